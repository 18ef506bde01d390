import { failed, ok } from '@contract/failure';
import { RunId } from '@contract/ids';
import type { RequestInput, RequestName } from '@contract/ipc';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRun } from './shell/actions';
import { openedTrace, runEntry, simulatedMain } from './shell/simulated-main.fixture';
import { askedFor, freshWindow, shown } from './shell/window-under-test.fixture';
import { longRun } from './trace/long-run.fixture';
import { useTrace } from './trace/trace-store';

const id = RunId.parse('long-run');

beforeEach(() => void freshWindow());

describe('a run', () => {
  it('starts as drafted, is watched live, and is stopped with Escape', async () => {
    const main = simulatedMain();
    const events = longRun(20);
    main.answer('run:start', () => ok({ id }));
    main.answer('runs:open', () => ok(openedTrace(events.slice(0, 3), true)));
    main.answer('run:stop', () => ok(null));
    const user = await shown(main);

    await user.click(screen.getByRole('radio', { name: 'Sequential' }));
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(askedFor(main, 'run:start')).toMatchObject([
      {
        task: 'Customer name: Ada Lovelace',
        mode: 'sequential',
        model: { provider: 'scripted', demo: 'form-fill' },
      },
    ]);
    await screen.findByRole('button', { name: /Stop/ });

    act(() => main.notify('trace:events', { id, events: events.slice(3) }));
    expect(useTrace.getState()).toMatchObject({ cursor: events.length, following: true });

    await user.keyboard('{Escape}');
    expect(askedFor(main, 'run:stop')).toEqual([{ by: 'escape' }]);
  });

  it('is not started without a task, and says so at the field', async () => {
    const main = simulatedMain();
    const user = await shown(main);
    const task = screen.getByRole('textbox', { name: 'Task' });
    await user.clear(task);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('alert').textContent).toBe('Say what is to be done.');
    expect(task.getAttribute('aria-invalid')).toBe('true');
    expect(askedFor(main, 'run:start')).toEqual([]);
    await user.type(task, 'x');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that main refuses leaves the window ready for another', async () => {
    const main = simulatedMain();
    main.answer('run:start', () => failed('run_active', 'A run is going on.', 'Stop it first.'));
    const user = await shown(main);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect((await screen.findByRole('alert')).textContent).toContain('A run is going on.');
    expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy();
  });
});

describe('the recommended mode', () => {
  it("follows the tools of the chosen demo and a person's word on them", async () => {
    const main = simulatedMain();
    const user = await shown(main);
    await user.click(screen.getByRole('radio', { name: 'Batch' }));
    expect(screen.getByRole('button', { name: 'Recommended: Mixed' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Recommended: Mixed' }));
    expect(screen.getByRole('radio', { name: 'Mixed' }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('the runs', () => {
  it('are renamed with F2, deleted with Delete, and brought back by undo', async () => {
    const entry = runEntry('first-run');
    let listed = [entry];
    const main = simulatedMain();
    main.answer('runs:list', () => ok(listed));
    main.answer('runs:rename', ({ name }) => {
      listed = [{ ...entry, name }];
      return ok(null);
    });
    main.answer('runs:delete', () => {
      listed = [];
      return ok(null);
    });
    main.answer('runs:restore', () => {
      listed = [entry];
      return ok(null);
    });
    const user = await shown(main);
    const list = await screen.findByRole('grid', { name: 'Recorded runs' });
    act(() => list.focus());

    await user.keyboard('{F2}');
    const field = await screen.findByRole('textbox', { name: 'New name of first-run' });
    await user.clear(field);
    await user.type(field, 'Better{Enter}');
    expect(askedFor(main, 'runs:rename')).toEqual([{ id: 'first-run', name: 'Better' }]);

    act(() => list.focus());
    await user.keyboard('{Delete}');
    expect(await screen.findByText('No runs yet')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('grid', { name: 'Recorded runs' })).toBeTruthy();
    expect(askedFor(main, 'runs:restore')).toEqual([{ id: 'first-run' }]);
  });
});

describe('what is asked for last', () => {
  it('is shown, however long an earlier one takes to open', async () => {
    const main = simulatedMain();
    const events = longRun(8);
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answers = main.request.bind(main);
    Object.assign(main, {
      request: async <N extends RequestName>(name: N, input: RequestInput<N>) => {
        if (name === 'trace:open-file') await slow;
        return answers(name, input);
      },
    });
    main.answer('trace:open-file', () => ok({ ...openedTrace(events, false), name: 'The slow one' }));
    main.answer('runs:open', () => ok(openedTrace(events, false)));
    await shown(main);
    act(() => main.notify('launch:open', { path: '/slow.jsonl' }));
    await act(() => openRun(id));
    await act(async () => release());
    expect(useTrace.getState().source?.name).toBe('Long run');
  });
});

describe('a file', () => {
  it('that is damaged is told by its line, and nothing else changes', async () => {
    const main = simulatedMain();
    main.answer('trace:open-file', () =>
      failed('trace_damaged', 'Line 17 is not an event.', 'Open another recording.'),
    );
    await shown(main);
    const file = new File(['x'], 'trace.jsonl');
    fireEvent.drop(window, { dataTransfer: { files: [file], types: ['Files'] } });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Line 17 is not an event.');
    expect(alert.textContent).toContain('Open another recording.');
    expect(askedFor(main, 'trace:open-file')).toEqual([{ path: '/dropped/trace.jsonl' }]);
    expect(useTrace.getState().source).toBeNull();
  });

  it('is opened with a note of what its reading came upon', async () => {
    const main = simulatedMain();
    const note = 'The last line of the recording was cut off and is left out.';
    main.answer('trace:open-file', () => ok({ ...openedTrace(longRun(20), false), notes: [note] }));
    await shown(main);
    const file = new File(['x'], 'trace.jsonl');
    fireEvent.drop(window, { dataTransfer: { files: [file], types: ['Files'] } });
    expect((await screen.findAllByText(note)).length).toBeGreaterThan(0);
    expect(useTrace.getState().source?.id).toBe('long-run');
  });
});

describe('settings', () => {
  it('are sent whole as they change', async () => {
    const main = simulatedMain();
    const user = await shown(main);
    await user.keyboard('{Control>},{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Settings' });
    await user.click(within(dialog).getByRole('radio', { name: 'Dark' }));
    await waitFor(() =>
      expect(askedFor(main, 'settings:change')).toMatchObject([{ theme: 'dark', mode: 'mixed' }]),
    );
  });
});

import { failed, ok } from '@contract/failure';
import { RunId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '../app';
import { longRun } from '../trace/long-run.fixture';
import { useTrace } from '../trace/trace-store';
import { about, openedTrace, runEntry, type SimulatedMain, simulatedMain } from './simulated-main.fixture';
import { askedFor, freshWindow, shown } from './window-under-test.fixture';

const id = RunId.parse('long-run');
const other = RunId.parse('other-run');
const begun = longRun(20);
const ended: TraceEvent = {
  seq: begun.length + 1,
  at: { wall: 0, mono: 1000, provenance: 'recorded' },
  type: 'run-ended',
  status: 'completed',
  failure: null,
};
const events = [...begun, ended];

beforeEach(() => void freshWindow());

function running(main: SimulatedMain): void {
  main.answer('runs:open', () => ok(openedTrace(events.slice(0, 3), true)));
  main.answer('run:start', () => {
    main.notify('run:active', { id });
    return ok({ id });
  });
  main.answer('run:stop', () => ok(null));
}

describe('the run under way', () => {
  it('is the one that main tells of, also in a window that was loaded again', async () => {
    const main = simulatedMain();
    running(main);
    main.answer('bootstrap', () => ok({ ...about, activeRun: id }));
    await shown(main, /Stop/);
    expect(askedFor(main, 'runs:open')).toEqual([{ id }]);
    expect(useTrace.getState().source).toMatchObject({ id, live: true });

    act(() => main.notify('run:active', { id: null }));
    expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy();
  });

  it('can be stopped before main has answered, and is asked for once', async () => {
    const main = simulatedMain();
    running(main);
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { request } = main;
    const slow: SimulatedMain = {
      ...main,
      async request(name, input) {
        const given = request(name, input);
        if (name === 'run:start') await held;
        return given;
      },
    };
    main.answer('run:start', () => failed('stopped', 'It was stopped before it began.', 'Run it again.'));
    const user = await shown(slow);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: /Stop/ }));
    expect(askedFor(main, 'run:start')).toHaveLength(1);
    expect(askedFor(main, 'run:stop')).toEqual([{ by: 'button' }]);
    await act(async () => answer());
    expect(await screen.findByRole('button', { name: 'Run' })).toBeTruthy();
  });

  it('is begun with Mod+Enter and stopped with Escape from the field of the task', async () => {
    const main = simulatedMain();
    running(main);
    const user = await shown(main);
    await user.click(screen.getByRole('textbox', { name: 'Task' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: /Stop/ });
    await user.keyboard('{Escape}');
    expect(askedFor(main, 'run:stop')).toEqual([{ by: 'escape' }]);
  });

  it('is told aloud, and by a note where another run is open', async () => {
    const main = simulatedMain([runEntry(id), runEntry(other)]);
    running(main);
    const user = await shown(main);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText('A run is under way.')).toBeTruthy();

    main.answer('runs:open', () => ok({ ...openedTrace(events, false), id: other }));
    await user.click(await screen.findByRole('row', { name: /^other-run/ }));
    act(() => main.notify('trace:events', { id, events: events.slice(3) }));
    expect(screen.getByText('The run has ended: Completed.')).toBeTruthy();
    expect(screen.getByText('"long-run" has ended: Completed.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(askedFor(main, 'runs:open').at(-1)).toEqual({ id });
  });

  it('leaves its choices as those that the next window begins with', async () => {
    const main = simulatedMain();
    running(main);
    const user = await shown(main);
    await user.click(screen.getByRole('radio', { name: 'Batch' }));
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await screen.findByRole('button', { name: /Stop/ });
    expect(askedFor(main, 'settings:change')).toMatchObject([
      { provider: 'scripted', demo: 'form-fill', mode: 'batch' },
    ]);
  });
});

describe('at its start', () => {
  it('the window runs what the command line asked for', async () => {
    const main = simulatedMain();
    running(main);
    const run = {
      task: 'Read four pages',
      target: { kind: 'practice' },
      model: { provider: 'scripted', demo: 'four-reads', thinkingMs: 0 },
      mode: 'batch',
      limits: about.settings.limits,
      overrides: {},
      crew: { kind: 'alone' },
      approvals: 'sensitive',
    } as const;
    main.answer('bootstrap', () => ok({ ...about, launch: { run, open: null } }));
    await shown(main, /Stop/);
    expect(askedFor(main, 'run:start')).toEqual([run]);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Task' }).value).toBe('Read four pages');
  });

  it('the window opens what the command line named', async () => {
    const main = simulatedMain();
    main.answer('bootstrap', () => ok({ ...about, launch: { run: null, open: '/some/trace.jsonl' } }));
    main.answer('trace:open-file', () => ok(openedTrace(events, false)));
    await shown(main);
    expect(await screen.findByRole('heading', { name: 'Long run' })).toBeTruthy();
    expect(askedFor(main, 'trace:open-file')).toEqual([{ path: '/some/trace.jsonl' }]);
  });

  it('a main process that fails is told, and asked again on request', async () => {
    const main = simulatedMain();
    main.answer('bootstrap', () => failed('settings_invalid', 'Line 3 is not JSON.', 'Mend it.'));
    freshWindow(main);
    render(<App />);
    await screen.findByText(/Line 3 is not JSON/);
    main.answer('bootstrap', () => ok(about));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Run' })).toBeTruthy();
  });

  it('a main process that throws is told too', async () => {
    const main = simulatedMain();
    freshWindow({ ...main, request: () => Promise.reject(new Error('no handler')) });
    render(<App />);
    expect(await screen.findByText(/The window could not be set up: no handler/)).toBeTruthy();
  });
});

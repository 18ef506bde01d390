import { RunId } from '@contract/ids';
import { next } from '@contract/supervised-run.fixture';
import type { TraceEvent } from '@contract/trace-event';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTrace } from '../trace/trace-store';
import { nestedRun } from './layout/nested-run.fixture';
import { idOf, read, runOf, skipped, write } from './layout/trace.fixture';
import { Timeline } from './timeline';
import { destination } from './view/glide';
import { panBy } from './view/move';
import { useTimelineView } from './view/view-store';

const id = RunId.parse('told-run');
const events = runOf([read, { ...read, ended: 300 }], [{ ...write, ended: 150, outcome: 'failed' }, skipped]);
const trace = () => useTrace.getState();

beforeEach(() => {
  act(() => trace().open({ id, name: 'Told', origin: 'library', live: false, events, notes: [] }));
});

afterEach(() => {
  cleanup();
  act(() => trace().close());
});

describe('for who listens', () => {
  it('tells each turn and each call of it, in their places', () => {
    render(<Timeline />);
    const items = within(screen.getByRole('tree')).getAllByRole('treeitem');
    expect(
      items.map((item) => [item.ariaLevel ?? item.getAttribute('aria-level'), item.textContent]),
    ).toEqual([
      ['1', 'Model, turn 1: responded after 90 ms, 0 tokens out, 2 of 2 overlapped'],
      ['2', 'http_get: 100 ms, in parallel, read'],
      ['2', 'http_get: 200 ms, in parallel, read'],
      ['1', 'Model, turn 2: responded after 90 ms, 0 tokens out'],
      ['2', 'click: failed after 50 ms, on its own, write'],
      ['2', 'click: skipped, waited 50 ms, write'],
    ]);
  });

  it('tells what a call waited for, and of what it uses the result', () => {
    const late = { ...write, started: 260, ended: 300, waitsFor: [0, 1] };
    const all = runOf([read, { ...read, ended: 250 }, late]).map(
      (event): TraceEvent =>
        event.type === 'call-queued' && event.callId === idOf(1, 2)
          ? { ...event, needs: [idOf(1, 0)] }
          : event,
    );
    act(() => trace().open({ id, name: 'Told', origin: 'library', live: false, events: all, notes: [] }));
    render(<Timeline />);
    const items = within(screen.getByRole('tree')).getAllByRole('treeitem');
    expect(items.at(-1)?.textContent).toBe(
      'click: 40 ms, waited 160 ms for http_get and http_get, needs http_get, on its own, write',
    );
  });

  it('tells what the person said of a tool, in the turn in which they said it', () => {
    const said = { tool: 'click', override: 'alone', remembered: false } as const;
    const all = [...events, next(events, { type: 'override-changed', ...said })];
    act(() => trace().open({ id, name: 'Told', origin: 'library', live: false, events: all, notes: [] }));
    render(<Timeline />);
    const [first, , , second] = within(screen.getByRole('tree')).getAllByRole('treeitem');
    expect(first?.textContent).not.toContain('You set');
    expect(second?.textContent).toMatch(/tokens out\. You set click to run alone, for this run$/);
  });

  it('follows the selection with the active descendant', async () => {
    render(<Timeline />);
    const tree = screen.getByRole('tree');
    tree.focus();
    await userEvent.keyboard('jj');
    expect(trace().selection).toEqual({ kind: 'call', turn: 1, callId: idOf(1, 1) });
    const active = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    expect(active?.textContent).toContain('200 ms');
  });
});

describe('keys', () => {
  it('move the selection and never the viewport', async () => {
    render(<Timeline />);
    const before = useTimelineView.getState().viewport;
    await userEvent.keyboard('{ArrowDown}{ArrowDown}.,{Escape}');
    expect(trace().selection).toEqual({ kind: 'none' });
    expect(useTimelineView.getState().viewport).toEqual(before);
  });

  it('step the cursor and leave the selection', async () => {
    render(<Timeline />);
    await userEvent.keyboard('j{Home}{ArrowRight}');
    expect(trace().cursor).toBe(5);
    expect(trace().selection.kind).toBe('call');
  });

  it('do nothing while a person types', async () => {
    render(
      <>
        <input aria-label="Task" />
        <Timeline />
      </>,
    );
    await userEvent.type(screen.getByLabelText('Task'), 'jm.');
    expect(trace().selection).toEqual({ kind: 'none' });
    expect(useTimelineView.getState().marks).toEqual([]);
  });
});

it('says what to do while no run is open', () => {
  act(() => trace().close());
  render(<Timeline />);
  expect(screen.getByText('No run is open')).toBeDefined();
});

const until = (events.at(-1)?.at.mono ?? 0) + 50;
const ended: TraceEvent = {
  type: 'run-ended',
  status: 'completed',
  failure: null,
  seq: events.length + 1,
  at: { wall: until, mono: until, provenance: 'recorded' },
};

describe('the end of a run', () => {
  /** What was heard of a run is kept for when it is opened again. */
  const ending = RunId.parse('ending-run');
  const elsewhere = RunId.parse('elsewhere-run');
  const live = events.slice(0, -1);
  const end = [...events.slice(-1), ended];
  const window = () => useTimelineView.getState().viewport.window;

  it('that was followed shows all of it', async () => {
    act(() =>
      trace().open({ id: ending, name: 'Told', origin: 'library', live: true, events: live, notes: [] }),
    );
    render(<Timeline />);
    act(() => trace().append(ending, end));
    await vi.waitFor(() => {
      expect(window().start).toBeLessThanOrEqual(0);
      expect(window().end).toBeGreaterThanOrEqual(until);
      expect(window().end).toBeLessThan(until * 1.2);
    });
  });

  it('leaves whoever looks elsewhere there', () => {
    act(() =>
      trace().open({ id: elsewhere, name: 'Told', origin: 'library', live: true, events: live, notes: [] }),
    );
    render(<Timeline />);
    act(() => panBy(100));
    const before = window();
    act(() => trace().append(elsewhere, end));
    expect(window()).toEqual(before);
    expect(destination().window).toEqual(before);
  });
});

it('offers to follow a live run only once the person has moved away from its edge', async () => {
  act(() => trace().open({ id, name: 'Told', origin: 'library', live: true, events, notes: [] }));
  render(<Timeline />);
  expect(screen.queryByRole('button', { name: 'Follow live' })).toBeNull();
  await userEvent.keyboard('{ArrowLeft}');
  await userEvent.click(screen.getByRole('button', { name: 'Follow live' }));
  expect(trace().following).toBe(true);
  expect(screen.queryByRole('button', { name: 'Follow live' })).toBeNull();
});

describe('agents under agents', () => {
  beforeEach(() => {
    const opened = { id, name: 'Nested', origin: 'library' as const, live: false, notes: [] };
    act(() => trace().open({ ...opened, events: [...nestedRun] }));
  });
  const told = () =>
    within(screen.getByRole('tree'))
      .getAllByRole('treeitem')
      .map((item) => `${item.getAttribute('aria-level')} ${item.textContent}`);

  it('are told as deep as they lie, by their names', () => {
    render(<Timeline />);
    const heads = told().filter((item) => item.includes('Model'));
    expect(heads.map((item) => item.split(',')[0])).toEqual([
      '1 Model',
      '3 reader: Model',
      '5 helper: Model',
      '3 Model',
      '1 checker: Model',
    ]);
  });

  it('fold and unfold by a key, and the selection stays in sight', async () => {
    render(<Timeline />);
    act(() => trace().select({ kind: 'model', turn: 4 }));
    await userEvent.keyboard('o');
    expect(trace().selection).toEqual({ kind: 'model', turn: 2 });
    expect(told().filter((item) => item.startsWith('3') || item.startsWith('5'))).toHaveLength(1);
    expect(told().join('\n')).toContain('folded');
    await userEvent.keyboard('{ArrowDown}');
    expect(trace().selection).toEqual({ kind: 'model', turn: 5 });
    await userEvent.keyboard('{ArrowUp}o');
    expect(told().filter((item) => item.includes('Model'))).toHaveLength(5);
  });

  it('leave the agent that the run begins with as it is', async () => {
    render(<Timeline />);
    const before = told();
    act(() => trace().select({ kind: 'model', turn: 1 }));
    await userEvent.keyboard('o');
    expect(told()).toEqual(before);
  });
});

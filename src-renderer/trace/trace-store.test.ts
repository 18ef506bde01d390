import { RunId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { longRun } from './long-run.fixture';
import { stepFrom, useTrace } from './trace-store';

let runs = 0;
let id: RunId;
const events: readonly TraceEvent[] = longRun(30);
const trace = () => useTrace.getState();

beforeEach(() => {
  runs += 1;
  id = RunId.parse(`run-${runs}`);
  trace().open({
    id,
    name: 'Long run',
    origin: 'library',
    live: true,
    events: events.slice(0, 10),
    notes: [],
  });
});

describe('a live trace', () => {
  it('keeps the cursor at the edge until the person moves it, and again once asked to follow', () => {
    trace().append(id, events.slice(10, 15));
    expect(trace().cursor).toBe(15);
    trace().step('previous');
    const chosen = trace().cursor;
    trace().append(id, events.slice(15, 20));
    expect(trace()).toMatchObject({ cursor: chosen, following: false });
    trace().follow();
    expect(trace()).toMatchObject({ cursor: 20, following: true });
  });

  it('takes each event once, and none of another run', () => {
    trace().append(id, events.slice(5, 12));
    trace().append(id, events.slice(8, 12));
    trace().append(RunId.parse('another-run'), events.slice(12, 14));
    expect(trace().events).toEqual(events.slice(0, 12));
  });
});

describe('opening the run under way', () => {
  const opened = { name: 'Next run', origin: 'library' as const, live: true, notes: [] };
  let next: RunId;
  beforeEach(() => {
    next = RunId.parse(`next-${runs}`);
  });

  it('misses nothing of what happened between the reading of its file and the answer', () => {
    trace().append(next, events.slice(3, 8));
    trace().append(next, events.slice(8, 12));
    trace().open({ ...opened, id: next, events: events.slice(0, 5) });
    trace().append(next, events.slice(12, 15));
    expect(trace().events).toEqual(events.slice(0, 15));
  });

  it('once more, keeps what was heard while it was read again', () => {
    trace().open({ ...opened, id: next, events: events.slice(0, 5) });
    trace().append(next, events.slice(5, 9));
    trace().open({ ...opened, id: next, events: events.slice(0, 7) });
    expect(trace().events).toEqual(events.slice(0, 9));
  });

  it('sees that it has ended by now', () => {
    const end = { type: 'run-ended', status: 'completed', failure: null } as const;
    const last = { ...events[5]!, ...end, seq: 6 } as TraceEvent;
    trace().append(next, [last]);
    trace().open({ ...opened, id: next, events: events.slice(0, 5) });
    expect(trace().events).toEqual([...events.slice(0, 5), last]);
    expect(trace().source?.live).toBe(false);
  });
});

describe('moving', () => {
  it('stays between nothing and everything', () => {
    trace().moveTo(-5);
    expect(trace().cursor).toBe(0);
    trace().moveTo(1e9);
    expect(trace().cursor).toBe(10);
  });

  it('begins to play from the start when it stands at the end', () => {
    trace().moveTo(10);
    trace().play(2);
    expect(trace()).toMatchObject({ cursor: 0, playing: 2 });
  });

  it('steps between stops, and says where there is none', () => {
    expect(stepFrom([3, 6, 9], 6, 'next')).toBe(9);
    expect(stepFrom([3, 6, 9], 6, 'previous')).toBe(3);
    expect(stepFrom([3, 6, 9], 9, 'next')).toBeNull();
    expect(stepFrom([3, 6, 9], 0, 'last')).toBe(9);
    expect(stepFrom([], 0, 'first')).toBeNull();
  });
});

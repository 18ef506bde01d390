import { describe, expect, it } from 'vitest';
import { firstActor, RunId } from '../contract/ids';
import type { TraceEvent } from '../contract/trace-event';
import { createNotices, gatherFor } from './notices';

const one = RunId.parse('run-one');
const two = RunId.parse('run-two');

function event(seq: number): TraceEvent {
  const at = { wall: 0, mono: 0, provenance: 'recorded' } as const;
  return { seq, at, type: 'turn-started', turn: seq, actor: firstActor };
}

function hearing() {
  const heard: unknown[] = [];
  const due: (() => void)[] = [];
  const notices = createNotices({
    send: (name, payload) => heard.push([name, payload]),
    later: (work, ms) => {
      expect(ms).toBe(gatherFor);
      due.push(work);
    },
  });
  return { heard, due, notices };
}

describe('createNotices', () => {
  it('gathers events into one notice, and begins anew after it', () => {
    const { heard, due, notices } = hearing();
    for (const seq of [1, 2, 3]) notices.happened(one, event(seq));
    expect([heard, due.length]).toEqual([[], 1]);
    due.shift()?.();
    notices.happened(one, event(4));
    due.shift()?.();
    expect(heard).toEqual([
      ['trace:events', { id: one, events: [event(1), event(2), event(3)] }],
      ['trace:events', { id: one, events: [event(4)] }],
    ]);
  });

  it('never lets a notice overtake what happened before it, nor mixes two runs', () => {
    const { heard, due, notices } = hearing();
    notices.happened(one, event(1));
    notices.happened(two, event(1));
    notices.tell('runs:changed', null);
    notices.happened(two, event(2));
    for (const work of due) work();
    expect(heard).toEqual([
      ['trace:events', { id: one, events: [event(1)] }],
      ['trace:events', { id: two, events: [event(1)] }],
      ['runs:changed', null],
      ['trace:events', { id: two, events: [event(2)] }],
    ]);
  });
});

import type { TraceEvent } from '@contract/trace-event';
import { expect, it } from 'vitest';
import { longRun } from '../trace/long-run.fixture';
import { longestPause, type Playhead, played } from './playback';

function at(...times: readonly number[]): TraceEvent[] {
  return longRun(times.length)
    .slice(0, times.length)
    .map((event, index): TraceEvent => ({ ...event, at: { ...event.at, mono: times[index] ?? 0 } }));
}

const start: Playhead = { cursor: 0, carried: 0 };

it('passes events when their recorded time has come, those of one moment together', () => {
  const events = at(0, 10, 10, 30);
  expect(played(events, start, 0)).toEqual({ cursor: 1, carried: 0 });
  expect(played(events, start, 9)).toEqual({ cursor: 1, carried: 9 });
  expect(played(events, { cursor: 1, carried: 9 }, 1)).toEqual({ cursor: 3, carried: 0 });
  expect(played(events, start, 25)).toEqual({ cursor: 3, carried: 15 });
});

it('ends at the end', () => {
  expect(played(at(0, 10), start, 1000)).toEqual({ cursor: 2, carried: 0 });
  expect(played([], start, 1000)).toEqual({ cursor: 0, carried: 0 });
});

it('does not sit through idle time', () => {
  const events = at(0, 60_000, 60_010);
  expect(played(events, start, longestPause)).toEqual({ cursor: 2, carried: 0 });
  expect(played(events, start, longestPause + 10).cursor).toBe(3);
});

it('comes to the same place in many small frames as in one', () => {
  const events = at(0, 5, 5, 80, 3000, 3001, 9000);
  let head = start;
  for (let frame = 0; frame < 200; frame += 1) head = played(events, head, 16);
  expect(head).toEqual(played(events, start, 3200));
});

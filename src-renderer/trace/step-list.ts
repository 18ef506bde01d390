import { isStep } from '@contract/steps';
import type { TraceEvent } from '@contract/trace-event';

/** The cursors to stop at, kept while the events grow: each event is looked at once. */
export interface StepList {
  /** Ascending. The same array for the same events. */
  of(events: readonly TraceEvent[]): readonly number[];
}

/** One per opened trace: it trusts that the events it has seen do not change, only grow. */
export function stepList(): StepList {
  let seen = 0;
  let stops: readonly number[] = [];
  return {
    of(events) {
      const fresh: number[] = [];
      for (; seen < events.length; seen += 1) {
        const event = events[seen];
        if (event !== undefined && isStep(event)) fresh.push(seen + 1);
      }
      if (fresh.length > 0) stops = [...stops, ...fresh];
      return stops;
    },
  };
}

/** How many stops lie at or before a cursor. O(log n). */
export function stepsDone(stops: readonly number[], cursor: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stops[middle] ?? 0) <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lists = new WeakMap<object, StepList>();

/** @param trace stands for the opened trace: its list is kept as long as it is */
export function stepsOf(trace: object, events: readonly TraceEvent[]): readonly number[] {
  let list = lists.get(trace);
  if (list === undefined) {
    list = stepList();
    lists.set(trace, list);
  }
  return list.of(events);
}

import type { TraceEvent } from '@contract/trace-event';

/** The longest that playing stands still between two events, in recorded milliseconds: idle time is not sat through. */
export const longestPause = 2000;

export interface Playhead {
  readonly cursor: number;
  /** Recorded milliseconds since the event at the cursor. */
  readonly carried: number;
}

/** Where playing has come to after `by` recorded milliseconds. Events of one moment are passed together. */
export function played(events: readonly TraceEvent[], from: Playhead, by: number): Playhead {
  let { cursor } = from;
  let carried = from.carried + by;
  while (cursor < events.length) {
    const pause = pauseBefore(events, cursor);
    if (carried < pause) return { cursor, carried };
    carried -= pause;
    cursor += 1;
  }
  return { cursor, carried: 0 };
}

/** How long playing waits at a cursor for the next event. */
function pauseBefore(events: readonly TraceEvent[], cursor: number): number {
  const next = events[cursor]?.at.mono ?? 0;
  const here = events[cursor - 1]?.at.mono ?? next;
  return Math.min(Math.max(0, next - here), longestPause);
}

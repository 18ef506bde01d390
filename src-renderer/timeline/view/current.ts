import { useTrace } from '../../trace/trace-store';
import { emptyLayout, type Layout, layoutOf } from '../layout/layout';
import { liveClock } from './live-clock';
import { useTimelineView } from './view-store';

const clock = liveClock(() => performance.now());
let kept: Layout = emptyLayout;
let keptFor: unknown = null;

/** The layout of the whole opened trace, carried on from one call to the next. */
export function currentLayout(): Layout {
  const { whole, events } = useTrace.getState();
  if (keptFor !== whole) {
    keptFor = whole;
    kept = emptyLayout;
  }
  kept = layoutOf(whole.at(events, events.length), kept, useTimelineView.getState().folded);
  return kept;
}

/** The last moment: that of the last event, or of now while the run goes on. */
export function currentTime(): number {
  const { source, events } = useTrace.getState();
  const latest = events.at(-1)?.at.mono ?? 0;
  return source?.live === true && events.length > 0 ? clock.now(latest) : latest;
}

/** The moment that the cursor stands at. */
export function cursorTime(): number {
  const { events, cursor } = useTrace.getState();
  return events[cursor - 1]?.at.mono ?? 0;
}

/** The cursor that stands nearest to a moment. O(log n). */
export function cursorNear(time: number): number {
  const { events } = useTrace.getState();
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at.mono ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  const before = events[low - 1]?.at.mono;
  const after = events[low]?.at.mono;
  if (before === undefined || after === undefined) return low;
  return after - time < time - before ? low + 1 : low;
}

let searched = 0;
let searchedFor: unknown = null;
let stopFound: number | null = null;

/** When a stop was asked for; null where none was. Looks at each event once. */
export function stopTime(): number | null {
  const { whole, events } = useTrace.getState();
  if (searchedFor !== whole) {
    searchedFor = whole;
    searched = 0;
    stopFound = null;
  }
  for (; searched < events.length; searched += 1) {
    const event = events[searched];
    if (event?.type === 'stop-requested') stopFound ??= event.at.mono;
  }
  return stopFound;
}

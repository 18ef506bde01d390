import { callsOf } from '@contract/hazard';
import type { CallId } from '@contract/ids';
import type { HazardEntry, Turn } from '@contract/trace-model';
import type { TimeScale } from './time-scale';

/** What the shapes of a frame are made from, besides the layout. */
export interface Sight {
  readonly scale: TimeScale;
  /** The last time in sight: right of the scale's end there is a margin. */
  readonly until: number;
  /** Stands in for the end of what is open. */
  readonly now: number;
  /** Of the whole run: where an element's name is found. */
  readonly turns: readonly Turn[];
}

/** The calls at whose beginning a hazard's mark stands. */
export function markedCalls(entries: readonly HazardEntry[]): ReadonlySet<CallId> {
  const marked = new Set<CallId>();
  for (const { hazard } of entries) {
    const last = callsOf(hazard).at(-1);
    if (last !== undefined) marked.add(last);
  }
  return marked;
}

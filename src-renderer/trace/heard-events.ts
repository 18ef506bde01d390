import type { RunId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';

/**
 * What was heard of the run under way, opened or not: while a trace is read and on its way, the run goes on. Nothing of an
 * earlier run is kept.
 */
export function heardEvents() {
  let run: RunId | null = null;
  let events: TraceEvent[] = [];
  return {
    hear(id: RunId, arrived: readonly TraceEvent[]): void {
      if (run !== id) {
        run = id;
        events = [];
      }
      for (const event of arrived) if (event.seq > (events.at(-1)?.seq ?? 0)) events.push(event);
    },
    /** Those of the run that come after event number `seq`. */
    after: (id: RunId, seq: number): readonly TraceEvent[] =>
      run === id ? events.filter((event) => event.seq > seq) : [],
  };
}

import type { Lanes } from '../../../native/macos';
import type { Clock } from '../../contract/clock';
import type { PersonSeen } from '../platform';

export interface NotedLanes extends Pick<Lanes, 'ask'> {
  /** When an event of ours was posted last, on the clock: now, while one may be. */
  readonly lastPosted: () => number;
}

const inputs: ReadonlySet<string> = new Set(['type', 'chord', 'click', 'scroll']);

/** Notes when events are posted, which the system counts as input like a person's. */
export function noting(lanes: Pick<Lanes, 'ask'>, clock: Pick<Clock, 'now'>): NotedLanes {
  let posting = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    lastPosted: () => (posting > 0 ? clock.now() : last),
    async ask(pid, request, signal, budgetMs) {
      if (!inputs.has(request.kind)) return lanes.ask(pid, request, signal, budgetMs);
      posting += 1;
      try {
        return await lanes.ask(pid, request, signal, budgetMs);
      } finally {
        posting -= 1;
        last = clock.now();
      }
    },
  };
}

export interface Idleness {
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** For how many whole seconds there was no input of anybody. */
  readonly idleSeconds: () => number;
  readonly lastPosted: () => number;
}

const second = 1_000;
const everyMs = 500;
/** An event of ours is counted a little after it was posted. */
const lateness = 200;

/**
 * Input that came surely after the last of ours is a person's. The system tells only how long ago there was any, in whole seconds:
 * a person is not seen while we post events more often than that. @returns how to stop watching
 */
export function watchIdleness(
  { clock, idleSeconds, lastPosted }: Idleness,
  seen: (what: PersonSeen) => void,
): () => void {
  let known = clock.now();
  let forget = () => {};
  const look = () => {
    const latest = clock.now() - idleSeconds() * second;
    const earliest = latest - second;
    if (earliest > Math.max(lastPosted() + lateness, known)) {
      known = latest;
      seen({ at: latest, sentence: 'Somebody used the keyboard or the mouse.' });
    }
    forget = clock.after(everyMs, look);
  };
  forget = clock.after(everyMs, look);
  return () => forget();
}

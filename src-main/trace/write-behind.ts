import type { Clock } from '../contract/clock';
import type { CallId } from '../contract/ids';
import type { EventSink, TraceBody } from '../contract/trace-event';

/** An event and when it happened, in milliseconds of the two clocks. */
export interface Made {
  readonly body: TraceBody;
  readonly wall: number;
  readonly mono: number;
}

interface WriteBehind {
  readonly emit: EventSink;
  /** Records now what waits. */
  settle(): void;
}

/** One frame of a display: nobody sees the difference, and the calls of a whole response fit in. */
const longestWaitMs = 16;

/**
 * Recording costs more than many a read: were it done while a response arrives, the later calls of the response would wait for
 * the records of the earlier. So an event waits for a moment, with its time. What changes the world does not: a write begins
 * only after the line that says so was written, and after all lines before it. Whoever reads the recording settles it first.
 */
export function writeBehind(
  clock: Pick<Clock, 'wall' | 'now'>,
  record: (made: readonly Made[]) => void,
): WriteBehind {
  let waiting: Made[] = [];
  let timer: NodeJS.Timeout | null = null;
  const writes = new Set<CallId>();

  function settle(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const made = waiting;
    waiting = [];
    if (made.length > 0) record(made);
  }

  function isUrgent(body: TraceBody): boolean {
    if (body.type === 'call-queued' && body.effect === 'write') writes.add(body.callId);
    return body.type === 'run-started' || (body.type === 'call-started' && writes.has(body.callId));
  }

  return {
    emit(body) {
      waiting.push({ body, wall: clock.wall(), mono: clock.now() });
      if (isUrgent(body)) settle();
      else timer ??= setTimeout(settle, longestWaitMs);
    },
    settle,
  };
}

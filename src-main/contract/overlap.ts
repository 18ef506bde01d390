import type { Call, Turn } from './trace-model';

/** When a call ran; open while it still runs. Monotonic milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @param now stands in for the end of a call that still runs */
export function runningSpan(call: Call, now: number): Span | null {
  if (call.startedAt === null) return null;
  return { start: call.startedAt, end: Math.max(call.startedAt, call.ended?.at ?? now) };
}

/** Half-open: a call that begins as another ends does not overlap it. Two that both took no time at one moment do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export interface TurnOverlap {
  /** Calls that ran at all. */
  readonly ran: number;
  /** Of those, how many ran while another of the turn did. */
  readonly overlapped: number;
  readonly maxConcurrency: number;
  /** By the call's index in the turn: whether it overlapped, and its stacked lane (0 first), or null where it never ran. */
  readonly calls: ReadonlyArray<{ readonly parallel: boolean; readonly lane: number } | null>;
}

/** Lanes and overlap of one turn: first-fit by start time, so a call keeps its lane while later ones arrive. O(n log n). */
export function turnOverlap(turn: Turn, now: number): TurnOverlap {
  const spans = turn.calls.map((call) => runningSpan(call, now));
  const calls: Array<{ parallel: boolean; lane: number } | null> = spans.map(() => null);
  const order = [...spans.keys()].filter((at) => spans[at] !== null);
  order.sort((a, b) => startOf(spans, a) - startOf(spans, b) || a - b);
  const laneEnds: number[] = [];
  let open: number[] = [];
  let maxConcurrency = 0;
  for (const at of order) {
    const span = spans[at];
    if (span === null || span === undefined) continue;
    const free = laneEnds.findIndex((end) => end <= span.start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.end;
    open = open.filter((other) => (spans[other]?.end ?? 0) > span.start);
    const entry = { parallel: false, lane };
    calls[at] = entry;
    for (const other of open) {
      const neighbour = calls[other];
      if (neighbour === null || neighbour === undefined || span.end <= span.start) continue;
      neighbour.parallel = true;
      entry.parallel = true;
    }
    open.push(at);
    maxConcurrency = Math.max(maxConcurrency, open.length);
  }
  const overlapped = calls.filter((call) => call?.parallel === true).length;
  return { ran: order.length, overlapped, maxConcurrency, calls };
}

function startOf(spans: ReadonlyArray<Span | null>, at: number): number {
  return spans[at]?.start ?? 0;
}

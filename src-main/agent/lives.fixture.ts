import type { EventOf, TraceEvent, TraceEventType } from '../contract/trace-event';

export function only<T extends TraceEventType>(events: readonly TraceEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

/** Everything recorded of one call, as places in the run; judged apart from the scheduler. */
export interface Life {
  readonly id: string;
  readonly turn: number;
  readonly index: number;
  readonly tool: string;
  readonly queued: EventOf<'call-queued'> | null;
  readonly start: number | null;
  readonly end: EventOf<'call-ended'>;
}

export function livesIn({ events }: { readonly events: readonly TraceEvent[] }): Life[] {
  const queued = new Map(only(events, 'call-queued').map((event) => [event.callId, event]));
  const started = new Map(only(events, 'call-started').map((event) => [event.callId, event.seq]));
  const ended = new Map(only(events, 'call-ended').map((event) => [event.callId, event]));
  return only(events, 'call-proposed').map(({ callId: id, turn, index, tool }) => {
    const end = ended.get(id);
    if (end === undefined) throw new Error(`call ${id} never ended`);
    return { id, turn, index, tool, queued: queued.get(id) ?? null, start: started.get(id) ?? null, end };
  });
}

/** Each two calls of one turn, in the model's order. */
export function pairs(lives: readonly Life[]): Array<readonly [Life, Life]> {
  return lives.flatMap((earlier) =>
    lives
      .filter((later) => later.turn === earlier.turn && later.index > earlier.index)
      .map((later) => [earlier, later] as const),
  );
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  const within = (inner: string, outer: string) =>
    outer === '*' ||
    inner === outer ||
    inner.startsWith(`${outer}/`) ||
    (outer.endsWith(':*') && inner.startsWith(outer.slice(0, -1)));
  return a.some((left) => b.some((right) => within(left, right) || within(right, left)));
}

export function conflicting({ queued: a }: Life, { queued: b }: Life): boolean {
  if (a === null || b === null) return false;
  const [one, other] = [a.footprint, b.footprint];
  return meet(one.writes, other.writes) || meet(one.writes, other.reads) || meet(one.reads, other.writes);
}

/** A write of which nobody can say that it happened. */
export function lost({ end, queued }: Life): boolean {
  if (queued?.effect !== 'write') return false;
  return end.outcome !== 'succeeded' || end.delivery === 'unknown' || end.delivery === 'contradicted';
}

export function overlapping(a: Life, b: Life): boolean {
  return a.start !== null && b.start !== null && a.start < b.end.seq && b.start < a.end.seq;
}

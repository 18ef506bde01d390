import { turnOverlap } from '@contract/overlap';
import type { Call, Turn } from '@contract/trace-model';

/** `never`: skipped, deferred, or failed before it could start. `waiting`: asked for, neither started nor ended. */
export type PlacedShape = 'ran' | 'never' | 'waiting';

/** A call in its lane. Milliseconds since the run began; `end` is Infinity while it is open. */
export interface PlacedCall {
  readonly call: Call;
  readonly shape: PlacedShape;
  readonly lane: number;
  readonly parallel: boolean;
  readonly queued: number;
  readonly start: number;
  readonly end: number;
}

export interface Lanes {
  /** By lane; within a lane in the order of time. Those that ran never overlap in a lane. */
  readonly ran: ReadonlyArray<readonly PlacedCall[]>;
  readonly never: readonly PlacedCall[];
  readonly waiting: readonly PlacedCall[];
  /** In the model's order. */
  readonly all: readonly PlacedCall[];
  readonly count: number;
  readonly ranCount: number;
  readonly overlapped: number;
}

/**
 * Lanes of a turn's calls. What ran is stacked by first fit; what never ran stands at the moment that decided it, in the first lane
 * that has nothing there; what waits stays in the lane of the call it waits for, so that it need not move when it starts.
 */
export function lanesOf(turn: Turn): Lanes {
  const overlap = turnOverlap(turn, Number.POSITIVE_INFINITY);
  const all: PlacedCall[] = [];
  const ran: PlacedCall[][] = [];
  const rest: Call[] = [];
  for (const call of turn.calls) {
    const place = overlap.calls[call.index];
    if (place === null || place === undefined || call.startedAt === null) {
      rest.push(call);
      continue;
    }
    const end = Math.max(call.startedAt, call.ended?.at ?? Number.POSITIVE_INFINITY);
    const placed: PlacedCall = {
      call,
      shape: 'ran',
      ...place,
      queued: queuedAt(call),
      start: call.startedAt,
      end,
    };
    all.push(placed);
    const lane = ran[place.lane];
    if (lane === undefined) ran[place.lane] = [placed];
    else lane.push(placed);
  }
  for (const lane of ran) lane.sort((a, b) => a.start - b.start);
  const never = placeNever(rest, ran);
  const waiting = placeWaiting(rest, all, Math.max(ran.length, lanesIn(never)));
  const count = Math.max(ran.length, lanesIn(never), lanesIn(waiting));
  all.push(...never, ...waiting);
  all.sort((a, b) => a.call.index - b.call.index);
  return { ran, never, waiting, all, count, ranCount: overlap.ran, overlapped: overlap.overlapped };
}

function placeNever(calls: readonly Call[], ran: ReadonlyArray<readonly PlacedCall[]>): PlacedCall[] {
  const taken = new Set<number>();
  return calls.flatMap((call) => {
    if (call.ended === null) return [];
    const { at } = call.ended;
    let lane = 0;
    while (taken.has(lane) || (ran[lane]?.at(-1)?.end ?? 0) > at) lane += 1;
    taken.add(lane);
    return [{ call, shape: 'never', lane, parallel: false, queued: queuedAt(call), start: at, end: at }];
  });
}

function placeWaiting(calls: readonly Call[], ran: readonly PlacedCall[], firstFree: number): PlacedCall[] {
  const laneOf = new Map(ran.map((placed) => [placed.call.id, placed.lane]));
  let free = firstFree;
  return calls.flatMap((call) => {
    if (call.ended !== null) return [];
    const blocker = call.admission?.waitsFor.findLast((id) => laneOf.has(id));
    let lane = blocker === undefined ? undefined : laneOf.get(blocker);
    if (lane === undefined) {
      lane = free;
      free += 1;
    }
    laneOf.set(call.id, lane);
    const start = queuedAt(call);
    const end = Number.POSITIVE_INFINITY;
    return [{ call, shape: 'waiting', lane, parallel: false, queued: start, start, end }];
  });
}

function queuedAt(call: Call): number {
  return call.admission?.at ?? call.proposedAt;
}

function lanesIn(placed: readonly PlacedCall[]): number {
  return placed.reduce((most, each) => Math.max(most, each.lane + 1), 0);
}

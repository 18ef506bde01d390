import type { ActorId } from '@contract/ids';
import type { HazardEntry, TraceModel, Turn } from '@contract/trace-model';
import { type Lanes, lanesOf } from './lanes';
import { groupHeight } from './metrics';
import { type Nesting, nestingOf, type Shown, shownAs } from './nesting';

/** One turn as it will be drawn, apart from pixels of time. `until` is Infinity while something of it is open. */
export interface TurnLayout {
  readonly turn: Turn;
  readonly from: number;
  readonly until: number;
  readonly lanes: Lanes;
  readonly nesting: Nesting;
  readonly shown: Shown;
  readonly height: number;
}

export interface Layout {
  readonly model: TraceModel | null;
  readonly turns: readonly TurnLayout[];
  /** The actors whose turns are put together into one line. */
  readonly folded: ReadonlySet<ActorId>;
  /** Where each turn begins, in pixels from the first one's top; one more for the end of the last. */
  readonly tops: readonly number[];
  readonly hazards: ReadonlyMap<number, readonly HazardEntry[]>;
  /** Time of the last event. */
  readonly until: number;
}

export const emptyLayout: Layout = {
  model: null,
  turns: [],
  folded: new Set(),
  tops: [0],
  hazards: new Map(),
  until: 0,
};

/** The layout of a model, made from that of an earlier one: a turn that is the same object is not laid out again. */
export function layoutOf(
  model: TraceModel,
  before: Layout,
  folded: ReadonlySet<ActorId> = before.folded,
): Layout {
  if (folded !== before.folded) return layoutOf(model, { ...emptyLayout, folded });
  if (model === before.model) return before;
  const hazards = model.hazards === before.model?.hazards ? before.hazards : hazardsByTurn(model.hazards);
  const same = sameTurns(model.turns, before.turns);
  if (same === model.turns.length && same === before.turns.length) {
    return { ...before, model, hazards, until: model.now };
  }
  const turns = before.turns.slice(0, same);
  const tops = before.tops.slice(0, same + 1);
  let top = tops[same] ?? 0;
  for (let at = same; at < model.turns.length; at += 1) {
    const turn = model.turns[at];
    if (turn === undefined) continue;
    const kept = before.turns[at];
    const laidOut = kept?.turn === turn ? kept : turnLayout(turn, model, folded);
    turns.push(laidOut);
    top += laidOut.height;
    tops.push(top);
  }
  return { model, turns, folded, tops, hazards, until: model.now };
}

export function heightOf(layout: Layout): number {
  return layout.tops.at(-1) ?? 0;
}

/** The turn that lies at a distance from the first one's top: the last whose top is not below it. */
export function turnIndexAt(layout: Layout, y: number): number {
  let low = 0;
  let high = layout.turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.tops[middle + 1] ?? Number.POSITIVE_INFINITY) <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function turnLayout(turn: Turn, model: TraceModel, folded: ReadonlySet<ActorId>): TurnLayout {
  const lanes = lanesOf(turn);
  let until = turn.model === null ? turn.startedAt : (turn.model.ended?.at ?? Number.POSITIVE_INFINITY);
  for (const placed of lanes.all) until = Math.max(until, placed.end);
  const nesting = nestingOf(model, turn);
  const shown = shownAs(nesting, folded);
  const height = { open: groupHeight(lanes.count), summary: groupHeight(0), hidden: 0 }[shown];
  return { turn, from: turn.startedAt, until, lanes, nesting, shown, height };
}

function sameTurns(turns: readonly Turn[], before: readonly TurnLayout[]): number {
  const most = Math.min(turns.length, before.length);
  let same = 0;
  while (same < most && turns[same] === before[same]?.turn) same += 1;
  return same;
}

function hazardsByTurn(hazards: readonly HazardEntry[]): ReadonlyMap<number, readonly HazardEntry[]> {
  const byTurn = new Map<number, HazardEntry[]>();
  for (const entry of hazards) {
    const ofTurn = byTurn.get(entry.hazard.turn);
    if (ofTurn === undefined) byTurn.set(entry.hazard.turn, [entry]);
    else ofTurn.push(entry);
  }
  return byTurn;
}

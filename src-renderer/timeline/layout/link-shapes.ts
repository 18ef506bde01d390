import { awaitedBy } from '../../trace/awaited';
import type { Selection } from '../../trace/trace-store';
import type { PlacedCall } from './lanes';
import type { Layout } from './layout';
import { barHeight, barTop, bodyTop, groupPadding, rowHeight } from './metrics';
import { xOf } from './time-scale';
import { scaleOf, type Viewport } from './viewport';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the end of a call that the chosen one waited for to the beginning of the chosen one. */
export interface LinkShape {
  readonly from: Point;
  readonly to: Point;
  /** Whether its result is used; otherwise it only had to be over. */
  readonly needed: boolean;
}

/** What the chosen call waited for. None while its turn is folded. */
export function linkShapes(
  layout: Layout,
  viewport: Viewport,
  selection: Selection,
  now: number,
): readonly LinkShape[] {
  if (selection.kind !== 'call') return none;
  const turn = layout.turns[selection.turn - 1];
  const chosen = turn?.lanes.all.find(({ call }) => call.id === selection.callId);
  if (turn === undefined || chosen === undefined || turn.shown !== 'open') return none;
  const scale = scaleOf(viewport);
  const top = bodyTop + (layout.tops[selection.turn - 1] ?? 0) - viewport.scrollTop;
  const middle = ({ lane }: PlacedCall) =>
    top + groupPadding + (lane + 1) * rowHeight + barTop + barHeight / 2;
  const placed = new Map(turn.lanes.all.map((each) => [each.call.id, each]));
  return awaitedBy(chosen.call, turn.turn).flatMap(({ call, why }) => {
    const earlier = placed.get(call.id);
    if (earlier === undefined) return [];
    const from = { x: xOf(scale, Math.min(earlier.end, now)), y: middle(earlier) };
    const to = { x: xOf(scale, Math.min(chosen.start, now)), y: middle(chosen) };
    return { from, to, needed: why.kind === 'needed' };
  });
}

const none: readonly LinkShape[] = [];

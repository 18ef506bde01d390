import type { Selection } from '../../trace/trace-store';
import { heightOf, type Layout } from '../layout/layout';
import { groupPadding, rowHeight } from '../layout/metrics';
import { around, type TimeWindow } from '../layout/time-scale';
import { bodyHeight, scrolled, type Viewport } from '../layout/viewport';
import { turnOf } from './navigate';

/** The viewport that shows all time, at the height where it was. */
export function fitAll(viewport: Viewport, layout: Layout, now: number): Viewport {
  return scrolled({ ...viewport, window: around(0, Math.max(now, 1)) }, layout, viewport.scrollTop);
}

/** The viewport that shows a selection whole, its row in the middle; null where there is nothing to show. */
export function fitSelection(
  viewport: Viewport,
  layout: Layout,
  selection: Selection,
  now: number,
): Viewport | null {
  const number = turnOf(layout, selection);
  const turn = number === null ? undefined : layout.turns[number - 1];
  if (number === null || turn === undefined) return null;
  const row = rowOf(layout, selection, number);
  const taken = timeOf(layout, selection, number, now);
  const y = (layout.tops[number - 1] ?? 0) + groupPadding + row * rowHeight;
  const middle = y - (bodyHeight(viewport) - rowHeight) / 2;
  const scrollTop = heightOf(layout) <= bodyHeight(viewport) ? viewport.scrollTop : middle;
  return scrolled({ ...viewport, window: around(taken.start, taken.end) }, layout, scrollTop);
}

/** Where a selection's row stands in the layout, in pixels from the first turn's top; null where it has none. */
export function topOf(layout: Layout, selection: Selection): number | null {
  const number = turnOf(layout, selection);
  const top = number === null ? undefined : layout.tops[number - 1];
  if (number === null || top === undefined) return null;
  return top + groupPadding + rowOf(layout, selection, number) * rowHeight;
}

function rowOf(layout: Layout, selection: Selection, number: number): number {
  if (selection.kind !== 'call') return 0;
  const placed = layout.turns[number - 1]?.lanes.all.find((each) => each.call.id === selection.callId);
  return placed === undefined ? 0 : placed.lane + 1;
}

/** When a selection happened: a hazard is as long as its turn. */
export function timeOf(layout: Layout, selection: Selection, number: number, now: number): TimeWindow {
  const turn = layout.turns[number - 1];
  const closed = (time: number) => (Number.isFinite(time) ? time : now);
  if (turn === undefined) return { start: 0, end: Math.max(now, 1) };
  if (selection.kind === 'call') {
    const placed = turn.lanes.all.find((each) => each.call.id === selection.callId);
    if (placed !== undefined)
      return { start: Math.min(placed.queued, placed.start), end: closed(placed.end) };
  }
  const model = turn.turn.model;
  if (selection.kind === 'model' && model !== null) {
    return { start: model.requestedAt, end: model.ended?.at ?? now };
  }
  return { start: turn.from, end: closed(turn.until) };
}

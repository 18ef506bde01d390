import { heightOf, type Layout, turnIndexAt } from './layout';
import { bodyTop, gutterWidth } from './metrics';
import { around, spanOf, type TimeScale, type TimeWindow } from './time-scale';

/** What of a layout is in sight: a stretch of time and a stretch of turns, on a canvas of a size. Pixels but for `window`. */
export interface Viewport {
  readonly window: TimeWindow;
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
}

export const firstViewport: Viewport = {
  window: { start: 0, end: 1000 },
  scrollTop: 0,
  width: 0,
  height: 0,
};

/** Room to the right of the last moment, so that a label of the live edge is not cut. */
const rightMargin = 16;

export function scaleOf({ window, width }: Viewport): TimeScale {
  return { ...window, left: gutterWidth, width: Math.max(1, width - gutterWidth - rightMargin) };
}

/** The axis as long as the canvas: what a person sees also reaches into the margin. */
export function lastVisible(viewport: Viewport): number {
  const scale = scaleOf(viewport);
  return scale.end + (spanOf(scale) / scale.width) * rightMargin;
}

export function bodyHeight({ height }: Viewport): number {
  return Math.max(0, height - bodyTop);
}

export function scrolled(viewport: Viewport, layout: Layout, to: number): Viewport {
  const most = Math.max(0, heightOf(layout) - bodyHeight(viewport));
  return { ...viewport, scrollTop: Math.min(Math.max(0, to), most) };
}

/** First and last turn in sight, as positions in the layout; an empty one has last < first. */
export function turnsInSight(
  viewport: Viewport,
  layout: Layout,
): { readonly first: number; readonly last: number } {
  const first = turnIndexAt(layout, viewport.scrollTop);
  const last = turnIndexAt(layout, viewport.scrollTop + Math.max(0, bodyHeight(viewport) - 1));
  return { first, last: Math.min(last, layout.turns.length - 1) };
}

/** The time that some turns take, first and last included. @param now for what is still open */
export function timeOfTurns(layout: Layout, first: number, last: number, now: number): TimeWindow {
  let end = 0;
  for (let at = first; at <= last; at += 1) {
    const until = layout.turns[at]?.until ?? 0;
    end = Math.max(end, Number.isFinite(until) ? until : now);
  }
  const start = layout.turns[first]?.from ?? 0;
  return { start, end: Math.max(end, start + 1) };
}

/** The first screenful: as many turns as there is room for, and their time. A short run is seen whole. */
export function opening(viewport: Viewport, layout: Layout): Viewport {
  const top = { ...viewport, scrollTop: 0 };
  if (layout.turns.length === 0) return { ...top, window: firstViewport.window };
  const { first, last } = turnsInSight(top, layout);
  const seen = timeOfTurns(layout, first, last, layout.until);
  const whole = last === layout.turns.length - 1;
  return { ...top, window: around(0, whole ? Math.max(seen.end, layout.until) : seen.end) };
}

/**
 * Turns go down and to the right, so that scrolling alone would leave the screen empty: where the turns in sight lie wholly outside the
 * time in sight, time moves along, no further than it must, and at the same zoom.
 */
export function alongWithTurns(viewport: Viewport, layout: Layout, now: number): Viewport {
  const { first, last } = turnsInSight(viewport, layout);
  if (last < first) return viewport;
  const taken = timeOfTurns(layout, first, last, now);
  const { window } = viewport;
  const span = spanOf(window);
  const least = Math.min(span * 0.5, spanOf(taken));
  if (taken.start > window.end - least) {
    const start = Math.min(taken.start - span * 0.03, taken.end - span * 0.5);
    return { ...viewport, window: { start, end: start + span } };
  }
  if (taken.end < window.start + least) {
    const end = Math.max(taken.end + span * 0.03, taken.start + span * 0.5);
    return { ...viewport, window: { start: end - span, end } };
  }
  return viewport;
}

/** The other way round: where no turn of the time in sight is on the screen, turns move along. */
export function alongWithTime(viewport: Viewport, layout: Layout): Viewport {
  const { first, last } = turnsInSight(viewport, layout);
  if (last < first) return viewport;
  const { start, end } = viewport.window;
  const seen = layout.turns.slice(first, last + 1).some((turn) => turn.from < end && turn.until > start);
  if (seen) return viewport;
  const next = firstTurnAfter(layout, start);
  const at = Math.min(next, layout.turns.length - 1);
  if ((layout.turns[at]?.from ?? 0) > end) return viewport;
  return scrolled(viewport, layout, layout.tops[at] ?? 0);
}

/** The first turn that ends after a time. Turns come one after another, so their ends ascend. */
export function firstTurnAfter(layout: Layout, time: number): number {
  let low = 0;
  let high = layout.turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.turns[middle]?.until ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

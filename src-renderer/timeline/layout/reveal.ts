import type { Layout } from './layout';
import { spanOf } from './time-scale';
import { bodyHeight, firstTurnAfter, scrolled, type Viewport } from './viewport';

/** Of the window, how much is left ahead of a moment that came into sight. */
const ahead = 0.7;

/**
 * The viewport in which a moment and its turn are in sight: the same one where they are already, else moved no further than it must, at
 * the same zoom.
 */
export function withMoment(viewport: Viewport, layout: Layout, time: number): Viewport {
  return withTurn({ ...viewport, window: withTime(viewport, time) }, layout, time);
}

function withTime({ window }: Viewport, time: number): Viewport['window'] {
  if (time >= window.start && time <= window.end) return window;
  const span = spanOf(window);
  const start = time - span * (time > window.end ? 1 - ahead : ahead);
  return { start, end: start + span };
}

function withTurn(viewport: Viewport, layout: Layout, time: number): Viewport {
  // The moment in which a turn ends still belongs to it.
  const at = Math.min(firstTurnAfter(layout, time - 1e-6), layout.turns.length - 1);
  const top = layout.tops[at];
  const bottom = layout.tops[at + 1];
  if (top === undefined || bottom === undefined) return viewport;
  const { scrollTop } = viewport;
  const seen = bodyHeight(viewport);
  if (top >= scrollTop && bottom <= scrollTop + seen) return viewport;
  const tall = bottom - top > seen;
  if (tall && bottom > scrollTop && top < scrollTop + seen) return viewport;
  return scrolled(viewport, layout, tall || top < scrollTop ? top : bottom - seen);
}

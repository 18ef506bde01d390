import { heightOf, type Layout } from './layout';
import { spanOf, type TimeWindow } from './time-scale';
import { bodyHeight, scrolled, turnsInSight, type Viewport } from './viewport';

const shortest = 4000;
const longest = 60_000;
/** Of a window that has just been moved, how much is behind now at the most. */
const roomAhead = 0.6;

/**
 * The viewport that keeps the live edge in sight: the last turns, and time up to now. It grows by doubling and then turns pages, so that
 * bars stand still between its few moves.
 */
export function followingEdge(viewport: Viewport, layout: Layout, now: number): Viewport {
  const bottom = scrolled(viewport, layout, heightOf(layout) - bodyHeight(viewport));
  const { first } = turnsInSight(bottom, layout);
  return { ...bottom, window: edgeWindow(viewport.window, layout.turns[first]?.from ?? 0, now) };
}

function edgeWindow(window: TimeWindow, from: number, now: number): TimeWindow {
  const span = spanOf(window);
  const fits = now <= window.end - span * 0.02 && now >= window.start;
  if (fits && span >= shortest && span <= longest * 1.06) return window;
  let wanted = shortest;
  while (wanted < longest && now - from > wanted * roomAhead) wanted *= 2;
  wanted = Math.min(wanted, longest);
  const start = now - from <= wanted * roomAhead ? from : now - wanted * 0.5;
  return { start: start - wanted * 0.03, end: start + wanted };
}

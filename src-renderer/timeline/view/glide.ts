import type { Viewport } from '../layout/viewport';
import { showViewport } from './move';
import { useTimelineView } from './view-store';

const lasts = 120;
let frame = 0;
/** In the view of which trace. */
let goal: { readonly of: object | null; readonly to: Viewport } | null = null;

/** Where a movement that is under way will end, or where the viewport is. */
export function destination(): Viewport {
  const { of, viewport } = useTimelineView.getState();
  return goal !== null && goal.of === of ? goal.to : viewport;
}

/** Moves the viewport within 120 ms; at once where the person wants no motion. */
export function glideTo(to: Viewport): void {
  stopGliding();
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    showViewport(to);
    return;
  }
  const { of, viewport: from } = useTimelineView.getState();
  const began = performance.now();
  goal = { of, to };
  const move = () => {
    // Another trace has a view of its own.
    if (useTimelineView.getState().of !== of) {
      goal = null;
      return;
    }
    const share = Math.min(1, (performance.now() - began) / lasts);
    if (share === 1) goal = null;
    showViewport(share === 1 ? to : between(from, to, 1 - (1 - share) ** 3));
    frame = share < 1 ? requestAnimationFrame(move) : 0;
  };
  frame = requestAnimationFrame(move);
}

/** A hand on the canvas ends any movement. */
export function stopGliding(): void {
  cancelAnimationFrame(frame);
  goal = null;
}

function between(from: Viewport, to: Viewport, share: number): Viewport {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    ...to,
    window: {
      start: mix(from.window.start, to.window.start),
      end: mix(from.window.end, to.window.end),
    },
    scrollTop: mix(from.scrollTop, to.scrollTop),
  };
}

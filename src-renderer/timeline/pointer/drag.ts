import { useTrace } from '../../trace/trace-store';
import type { Hit } from '../layout/hit-test';
import { type MinimapGrip, minimapDragged, minimapGrip, minimapScale } from '../layout/minimap';
import { around, spanOf, timeAt, xOf } from '../layout/time-scale';
import { scaleOf } from '../layout/viewport';
import { currentTime, cursorNear, cursorTime } from '../view/current';
import { glideTo } from '../view/glide';
import { dragTo, showWindow } from '../view/move';
import { useTimelineView } from '../view/view-store';

/** A press that is held: what moving does, and what letting go does. Pixels of the canvas. */
export interface Drag {
  readonly cursor: string;
  move(x: number, y: number): void;
  /** @param moved whether it went far enough to be a drag; otherwise it was a click */
  end(x: number, y: number, moved: boolean): void;
}

const headReach = 7;

export function dragFrom(hit: Hit, x: number, y: number, click: () => void): Drag {
  switch (hit.kind) {
    case 'minimap':
      return overMinimap(x);
    case 'ruler':
      return nearCursor(x) ? scrub() : measure(x);
    default:
      return sheet(x, y, click);
  }
}

export function nearCursor(x: number): boolean {
  const { source, cursor } = useTrace.getState();
  const scale = scaleOf(useTimelineView.getState().viewport);
  return source !== null && cursor > 0 && Math.abs(xOf(scale, cursorTime()) - x) <= headReach;
}

function scrub(): Drag {
  const to = (x: number) => {
    const { viewport } = useTimelineView.getState();
    useTrace.getState().moveTo(cursorNear(timeAt(scaleOf(viewport), x)));
    useTimelineView.setState({ atEdge: false });
  };
  return {
    cursor: 'ew-resize',
    move: to,
    end(x, _y, moved) {
      if (moved) to(x);
    },
  };
}

function measure(from: number): Drag {
  const scale = scaleOf(useTimelineView.getState().viewport);
  const range = (x: number) => {
    const [a, b] = [timeAt(scale, from), timeAt(scale, x)];
    return { start: Math.max(0, Math.min(a, b)), end: Math.max(a, b, 0.001) };
  };
  return {
    cursor: 'col-resize',
    move(x) {
      useTimelineView.setState({ measured: range(x) });
    },
    end(x, _y, moved) {
      useTimelineView.setState({ measured: null });
      if (!moved) {
        useTrace.getState().moveTo(cursorNear(timeAt(scale, x)));
        useTimelineView.setState({ atEdge: false });
        return;
      }
      const { start, end } = range(x);
      glideTo({ ...useTimelineView.getState().viewport, window: around(start, end) });
    },
  };
}

function sheet(fromX: number, fromY: number, click: () => void): Drag {
  const { viewport } = useTimelineView.getState();
  const scale = scaleOf(viewport);
  const perPixel = spanOf(scale) / scale.width;
  return {
    cursor: 'grabbing',
    move(x, y) {
      const by = (fromX - x) * perPixel;
      const window = { start: viewport.window.start + by, end: viewport.window.end + by };
      dragTo(window, viewport.scrollTop + (fromY - y));
    },
    end(_x, _y, moved) {
      if (!moved) click();
    },
  };
}

function overMinimap(from: number): Drag {
  const { viewport } = useTimelineView.getState();
  const scale = minimapScale(currentTime(), viewport.width);
  const grip = minimapGrip(scale, viewport.window, from);
  let held = viewport.window;
  if (grip === 'outside') {
    const half = spanOf(held) / 2;
    held = { start: timeAt(scale, from) - half, end: timeAt(scale, from) + half };
    showWindow(held);
  }
  return {
    cursor: gripCursors[grip],
    move(x) {
      showWindow(minimapDragged(scale, held, grip, x - from));
    },
    end() {},
  };
}

export const gripCursors: Record<MinimapGrip, string> = {
  start: 'ew-resize',
  end: 'ew-resize',
  window: 'grab',
  outside: 'pointer',
};

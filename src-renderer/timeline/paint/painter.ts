import { useTrace } from '../../trace/trace-store';
import { buildScene } from '../layout/build-scene';
import { heightOf, type Layout } from '../layout/layout';
import { linkShapes } from '../layout/link-shapes';
import { bodyTop, minimapHeight } from '../layout/metrics';
import { minimapColumns, minimapScale } from '../layout/minimap';
import type { Scene } from '../layout/scene';
import { bodyHeight, scaleOf, type Viewport } from '../layout/viewport';
import { currentLayout, currentTime, cursorTime, stopTime } from '../view/current';
import { keepAtEdge } from '../view/move';
import { useTimelineView } from '../view/view-store';
import { paintFrame } from './paint-frame';
import { paintMinimap, paintMinimapCursor, paintMinimapWindow } from './paint-minimap';
import { readPalette } from './palette';
import { makePen, type Pen } from './pen';

/** Draws the timeline on a canvas, a frame at a time and only when something has changed. */
export interface Painter {
  /** The theme has changed. */
  restyle(): void;
  /** The size has changed, or the pixels: drawn at once, so that no frame shows the old picture stretched. */
  resized(): void;
  /** What was drawn last: what a pointer points at. */
  scene(): Scene;
  stop(): void;
}

/** How old the minimap of a growing run may get, in milliseconds. */
const minimapAge = 250;

export function startPainter(canvas: HTMLCanvasElement): Painter {
  let pen: Pen | null = null;
  let dirty = true;
  let scene: Scene = { groups: [], bars: [], leads: [], hazards: [], waits: [], holds: [], overrides: [] };
  const minimap = keptMinimap();

  const next = () => {
    frame = requestAnimationFrame(next);
    draw();
  };
  const draw = () => {
    const live = useTrace.getState().source?.live === true;
    if (live) keepAtEdge();
    if (!dirty && !live) return;
    const { viewport, marks, hover, measured } = useTimelineView.getState();
    if (viewport.width === 0 || viewport.height === 0) return;
    dirty = false;
    pen ??= preparePen(canvas);
    if (pen === null) return;
    sizeCanvas(canvas, viewport, pen);
    const layout = currentLayout();
    const now = currentTime();
    const { selection, cursor, events } = useTrace.getState();
    const travelled = cursor >= events.length ? null : cursorTime();
    scene = buildScene(layout, viewport, now);
    const { width, height } = viewport;
    paintFrame(pen, {
      width,
      height,
      scale: scaleOf(viewport),
      scene,
      selection,
      links: linkShapes(layout, viewport, selection, now),
      over: hover?.over ?? { kind: 'nothing' },
      cursor: travelled,
      stop: stopTime(),
      marks,
      measured,
    });
    minimap.paint(pen, layout, viewport, now, live, travelled);
    paintThumb(pen, layout, viewport);
  };
  let frame = requestAnimationFrame(next);
  const soil = () => {
    dirty = true;
  };
  const restyle = () => {
    pen = null;
    minimap.forget();
    dirty = true;
  };
  const unsubscribe = [useTrace.subscribe(soil), useTimelineView.subscribe(soil)];
  return {
    restyle,
    resized() {
      restyle();
      draw();
    },
    scene: () => scene,
    stop() {
      cancelAnimationFrame(frame);
      for (const end of unsubscribe) end();
    },
  };
}

function preparePen(canvas: HTMLCanvasElement): Pen | null {
  const ctx = canvas.getContext('2d', { alpha: false });
  if (ctx === null || canvas.parentElement === null) return null;
  return makePen(ctx, readPalette(canvas.parentElement), window.devicePixelRatio);
}

function sizeCanvas(canvas: HTMLCanvasElement, { width, height }: Viewport, { ctx, density }: Pen): void {
  const wide = Math.round(width * density);
  const high = Math.round(height * density);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  ctx.setTransform(density, 0, 0, density, 0, 0);
}

/** The minimap as a picture, painted again when the run has grown or the width has changed. */
function keptMinimap() {
  const picture = document.createElement('canvas');
  let of: Layout | null = null;
  let paintedAt = 0;
  return {
    forget() {
      of = null;
    },
    paint(pen: Pen, layout: Layout, viewport: Viewport, now: number, live: boolean, cursor: number | null) {
      const { width, window } = viewport;
      const scale = minimapScale(now, width);
      const wide = Math.round(width * pen.density);
      const due = !live || performance.now() - paintedAt > minimapAge;
      const ctx = picture.getContext('2d', { alpha: false });
      if (ctx === null) return;
      if (of === null || picture.width !== wide || (due && (live || of !== layout))) {
        picture.width = wide;
        picture.height = Math.round(minimapHeight * pen.density);
        ctx.setTransform(pen.density, 0, 0, pen.density, 0, 0);
        paintMinimap({ ...pen, ctx }, minimapColumns(layout, scale, now), scale, width);
        of = layout;
        paintedAt = performance.now();
      }
      pen.ctx.drawImage(picture, 0, 0, width, minimapHeight);
      paintMinimapWindow(pen, scale, window, width);
      if (cursor !== null) paintMinimapCursor(pen, scale, cursor);
    },
  };
}

/** How far down one is, where not all turns are in sight. */
function paintThumb({ ctx, palette }: Pen, layout: Layout, viewport: Viewport): void {
  const whole = heightOf(layout);
  const seen = bodyHeight(viewport);
  if (whole <= seen) return;
  const height = Math.max(24, (seen * seen) / whole);
  const y = bodyTop + ((seen - height) * viewport.scrollTop) / (whole - seen);
  ctx.fillStyle = palette.edge;
  ctx.beginPath();
  ctx.roundRect(viewport.width - 8, y + 2, 5, height - 4, 2.5);
  ctx.fill();
}

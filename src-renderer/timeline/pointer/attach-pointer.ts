import { useTrace } from '../../trace/trace-store';
import { type Hit, hitTest } from '../layout/hit-test';
import { gutterWidth } from '../layout/metrics';
import { minimapGrip, minimapScale } from '../layout/minimap';
import { around, timeAt } from '../layout/time-scale';
import { scaleOf } from '../layout/viewport';
import type { Painter } from '../paint/painter';
import { runTimelineCommand } from '../run-command';
import { currentTime } from '../view/current';
import { toggleFold } from '../view/fold';
import { glideTo, stopGliding } from '../view/glide';
import { panBy, scrollBy, zoomAt } from '../view/move';
import { type HoverOver, useTimelineView } from '../view/view-store';
import { type Drag, dragFrom, gripCursors, nearCursor } from './drag';
import { wheelMove } from './wheel';

/** Less than this and a press was a click, in pixels. */
const slack = 4;

/** Lets a hand at the canvas move, measure, point and choose. @returns how to let go */
export function attachPointer(canvas: HTMLCanvasElement, painter: Painter): () => void {
  let drag: { readonly it: Drag; readonly x: number; readonly y: number; moved: boolean } | null = null;
  const ends = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    heard: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ) => canvas.addEventListener(type, heard, { signal: ends.signal, passive });
  const at = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  on(
    'wheel',
    (event) => {
      event.preventDefault();
      stopGliding();
      const move = wheelMove(event);
      if (move.kind === 'zoom') zoomAt(at(event).x, move.factor);
      else if (move.kind === 'pan') panBy(move.by);
      else scrollBy(move.by);
    },
    false,
  );
  on('pointerdown', (event) => {
    if (event.button !== 0 || useTrace.getState().source === null) return;
    stopGliding();
    const { x, y } = at(event);
    const hit = hitTest(painter.scene(), x, y);
    drag = { it: dragFrom(hit, x, y, () => choose(hit)), x, y, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  on('pointermove', (event) => {
    const { x, y } = at(event);
    if (drag === null) {
      pointAt(canvas, hitTest(painter.scene(), x, y), x, y);
      return;
    }
    drag.moved ||= Math.hypot(x - drag.x, y - drag.y) >= slack;
    if (!drag.moved) return;
    canvas.style.cursor = drag.it.cursor;
    useTimelineView.setState({ hover: null });
    drag.it.move(x, y);
  });
  on('pointerup', (event) => {
    const { x, y } = at(event);
    const held = drag;
    drag = null;
    held?.it.end(x, y, held.moved);
    pointAt(canvas, hitTest(painter.scene(), x, y), x, y);
  });
  on('pointercancel', () => {
    drag = null;
    useTimelineView.setState({ measured: null });
  });
  on('pointerleave', () => {
    if (drag === null) useTimelineView.setState({ hover: null });
  });
  on('dblclick', (event) => {
    const { x, y } = at(event);
    open(hitTest(painter.scene(), x, y));
  });
  return () => ends.abort();
}

/** Selecting never moves the viewport, nor the cursor; what is no part of a turn is gone to instead. */
function choose(hit: Hit): void {
  const { select } = useTrace.getState();
  switch (hit.kind) {
    case 'call':
    case 'model':
      return select(hit);
    case 'hazard':
      return select({ kind: 'hazard', seq: hit.entry.seq });
    case 'override':
      return useTrace.getState().moveTo(hit.change.seq);
    case 'fold':
      return toggleFold(hit.actor);
    case 'gutter':
      return select(hit.turn === null ? { kind: 'none' } : { kind: 'model', turn: hit.turn });
    case 'empty':
      return select({ kind: 'none' });
    case 'several':
    case 'minimap':
    case 'ruler':
      return;
  }
}

function open(hit: Hit): void {
  const { viewport } = useTimelineView.getState();
  if (hit.kind === 'several') {
    const scale = scaleOf(viewport);
    glideTo({ ...viewport, window: around(timeAt(scale, hit.x), timeAt(scale, hit.x + hit.width)) });
  } else if (hit.kind === 'call' || hit.kind === 'model' || hit.kind === 'gutter') {
    choose(hit);
    runTimelineCommand('fit');
  }
}

function pointAt(canvas: HTMLCanvasElement, hit: Hit, x: number, y: number): void {
  const { viewport } = useTimelineView.getState();
  canvas.style.cursor = cursorFor(hit, x);
  const time = hit.kind === 'minimap' || x < gutterWidth ? null : timeAt(scaleOf(viewport), x);
  useTimelineView.setState({ hover: { x, y, time, over: overOf(hit) } });
}

function overOf(hit: Hit): HoverOver {
  switch (hit.kind) {
    case 'call':
      return { kind: 'call', turn: hit.turn, callId: hit.callId };
    case 'model':
      return { kind: 'model', turn: hit.turn };
    case 'several':
      return { kind: 'several', count: hit.count };
    case 'hazard':
      return { kind: 'hazard', seq: hit.entry.seq };
    case 'override':
      return { kind: 'override', seq: hit.change.seq };
    default:
      return { kind: 'nothing' };
  }
}

function cursorFor(hit: Hit, x: number): string {
  switch (hit.kind) {
    case 'minimap': {
      const { viewport } = useTimelineView.getState();
      return gripCursors[minimapGrip(minimapScale(currentTime(), viewport.width), viewport.window, x)];
    }
    case 'ruler':
      return nearCursor(x) ? 'ew-resize' : 'crosshair';
    case 'empty':
      return 'default';
    default:
      return 'pointer';
  }
}

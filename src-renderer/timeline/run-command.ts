import { usePlaySpeed } from '../step-through/play-speed';
import { useTrace } from '../trace/trace-store';
import type { TimelineCommand } from './keymap';
import { msPerPixel, panned, spanOf, zoomed } from './layout/time-scale';
import { scaleOf, type Viewport } from './layout/viewport';
import { currentLayout, currentTime, cursorTime } from './view/current';
import { fitAll, fitSelection, timeOf } from './view/fit';
import { foldable, toggleFold } from './view/fold';
import { destination, glideTo } from './view/glide';
import { toggledMark } from './view/marks';
import { followEdge } from './view/move';
import { callBeside, rowBeside, turnOf } from './view/navigate';
import { useTimelineView } from './view/view-store';

const zoomStep = 1.5;
/** Of what is in sight. */
const panStep = 0.2;

/** What a key, a menu or a button asks of the timeline. */
export function runTimelineCommand(command: TimelineCommand): void {
  const trace = useTrace.getState();
  if (trace.source === null) return;
  switch (command) {
    case 'zoom-in':
      return zoom(1 / zoomStep);
    case 'zoom-out':
      return zoom(zoomStep);
    case 'pan-left':
      return pan(-panStep);
    case 'pan-right':
      return pan(panStep);
    case 'fit':
      return fit();
    case 'fit-all':
      return glideTo(fitAll(destination(), currentLayout(), currentTime()));
    case 'mark':
      return mark();
    case 'next-call':
      return selectBeside(callBeside, 1);
    case 'previous-call':
      return selectBeside(callBeside, -1);
    case 'select-below':
      return selectBeside(rowBeside, 1);
    case 'select-above':
      return selectBeside(rowBeside, -1);
    case 'step-first':
      return trace.step('first');
    case 'step-previous':
      return trace.step('previous');
    case 'step-next':
      return trace.step('next');
    case 'step-last':
      return trace.step('last');
    case 'play-pause':
      return trace.playing === null ? trace.play(usePlaySpeed.getState().speed) : trace.pause();
    case 'follow':
      if (!trace.source.live) return;
      trace.follow();
      return followEdge();
    case 'fold':
      return fold();
    case 'clear':
      return trace.select({ kind: 'none' });
  }
}

/** A run that was followed has ended: shows all of it. Whoever had looked elsewhere goes on looking there. */
export function showEnded(): void {
  if (useTimelineView.getState().atEdge) runTimelineCommand('fit-all');
}

/** Where a zoom by key is centred: the pointer while it is on the canvas, else the middle. */
function centre(viewport: Viewport): number {
  const { hover } = useTimelineView.getState();
  return hover?.time ?? (viewport.window.start + viewport.window.end) / 2;
}

function zoom(factor: number): void {
  const viewport = destination();
  glideTo({ ...viewport, window: zoomed(viewport.window, centre(viewport), factor, currentTime()) });
}

function pan(share: number): void {
  const viewport = destination();
  glideTo({ ...viewport, window: panned(viewport.window, spanOf(viewport.window) * share, currentTime()) });
}

function fit(): void {
  const viewport = destination();
  const layout = currentLayout();
  const now = currentTime();
  const { selection } = useTrace.getState();
  glideTo(fitSelection(viewport, layout, selection, now) ?? fitAll(viewport, layout, now));
}

function fold(): void {
  const layout = currentLayout();
  const actor = foldable(layout, turnOf(layout, useTrace.getState().selection));
  if (actor !== null) toggleFold(actor);
}

function mark(): void {
  const { hover, marks, viewport } = useTimelineView.getState();
  const { selection } = useTrace.getState();
  const layout = currentLayout();
  const turn = turnOf(layout, selection);
  const selected = turn === null ? null : timeOf(layout, selection, turn, currentTime()).start;
  const time = hover?.time ?? selected ?? cursorTime();
  useTimelineView.setState({ marks: toggledMark(marks, time, msPerPixel(scaleOf(viewport)) * 6) });
}

function selectBeside(beside: typeof callBeside, by: 1 | -1): void {
  const trace = useTrace.getState();
  const next = beside(currentLayout(), trace.selection, by);
  if (next !== null) trace.select(next);
}

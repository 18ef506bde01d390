import { useTrace } from '../../trace/trace-store';
import type { Layout } from '../layout/layout';
import { followingEdge } from '../layout/live-edge';
import { withMoment } from '../layout/reveal';
import { bounded, panned, type TimeWindow, timeAt, zoomed } from '../layout/time-scale';
import { alongWithTime, alongWithTurns, opening, scaleOf, scrolled, type Viewport } from '../layout/viewport';
import { currentLayout, currentTime, cursorTime } from './current';
import { firstView, useTimelineView } from './view-store';

/** What a person does to the viewport. Each leaves the live edge. */

function moved(change: (viewport: Viewport, layout: Layout, until: number) => Viewport): void {
  const { viewport } = useTimelineView.getState();
  useTimelineView.setState({ viewport: change(viewport, currentLayout(), currentTime()), atEdge: false });
}

/** @param x where the zoom is centred, in pixels of the canvas */
export function zoomAt(x: number, factor: number): void {
  moved((viewport, layout, until) => {
    const window = zoomed(viewport.window, timeAt(scaleOf(viewport), x), factor, until);
    return alongWithTime({ ...viewport, window }, layout);
  });
}

/** @param by pixels; positive shows later time */
export function panBy(by: number): void {
  moved((viewport, layout, until) => {
    const scale = scaleOf(viewport);
    const window = panned(viewport.window, timeAt(scale, scale.left + by) - scale.start, until);
    return alongWithTime({ ...viewport, window }, layout);
  });
}

/** @param by pixels; positive shows later turns */
export function scrollBy(by: number): void {
  moved((viewport, layout, until) =>
    alongWithTurns(scrolled(viewport, layout, viewport.scrollTop + by), layout, until),
  );
}

/** Both ways at once, as a hand drags a sheet: nothing moves along. */
export function dragTo(window: TimeWindow, scrollTop: number): void {
  moved((viewport, layout, until) =>
    scrolled({ ...viewport, window: bounded(window, until) }, layout, scrollTop),
  );
}

export function showWindow(window: TimeWindow): void {
  moved((viewport, layout, until) => alongWithTime({ ...viewport, window: bounded(window, until) }, layout));
}

/** Shows another stretch and height; how large the canvas is stays as it is now. */
export function showViewport({ window, scrollTop }: Viewport): void {
  const { viewport } = useTimelineView.getState();
  useTimelineView.setState({ viewport: { ...viewport, window, scrollTop }, atEdge: false });
}

/** The canvas has another size: what was at the top left stays there. With the first one, the view begins anew. */
export function resizeTo(width: number, height: number): void {
  const { viewport } = useTimelineView.getState();
  const layout = currentLayout();
  useTimelineView.setState({
    viewport: scrolled({ ...viewport, width, height }, layout, viewport.scrollTop),
  });
}

/** Begins a view of the opened trace; where there is one already, nothing moves. */
export function openView(): void {
  if (useTimelineView.getState().of !== useTrace.getState().whole) begin();
}

function begin(): void {
  const { viewport } = useTimelineView.getState();
  const { whole, source } = useTrace.getState();
  const opened = opening(viewport, currentLayout());
  useTimelineView.setState({ ...firstView, of: whole, viewport: opened, atEdge: source?.live === true });
}

/** Brings the cursor into sight, once it has moved. */
export function showCursor(): void {
  const { viewport } = useTimelineView.getState();
  const next = withMoment(viewport, currentLayout(), cursorTime());
  useTimelineView.setState({ viewport: next, atEdge: false });
}

export function followEdge(): void {
  useTimelineView.setState({ atEdge: true });
  keepAtEdge();
}

/** Called for each frame of a live run; moves only when it must. */
export function keepAtEdge(): void {
  const { viewport, atEdge } = useTimelineView.getState();
  if (!atEdge) return;
  const next = followingEdge(viewport, currentLayout(), currentTime());
  if (next.window !== viewport.window || next.scrollTop !== viewport.scrollTop) {
    useTimelineView.setState({ viewport: next });
  }
}

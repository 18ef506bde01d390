/** A stretch of a run's time. Milliseconds; `end` is greater than `start`. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

/** A window of time laid over a stretch of pixels. Immutable: a zoom or a pan makes another. */
export interface TimeScale extends TimeWindow {
  readonly left: number;
  readonly width: number;
}

/** The closest that one can look: bars do not become clearer below it. */
export const closestMs = 2;

export function spanOf(window: TimeWindow): number {
  return window.end - window.start;
}

export function xOf(scale: TimeScale, time: number): number {
  return scale.left + ((time - scale.start) / spanOf(scale)) * scale.width;
}

export function timeAt(scale: TimeScale, x: number): number {
  return scale.start + ((x - scale.left) / scale.width) * spanOf(scale);
}

export function msPerPixel(scale: TimeScale): number {
  return spanOf(scale) / scale.width;
}

/** @param factor below 1 goes closer. What lies at `at` stays where it is. */
export function zoomed(window: TimeWindow, at: number, factor: number, until: number): TimeWindow {
  const widest = Math.max(until * 1.5, 1000);
  const span = Math.min(Math.max(spanOf(window) * factor, closestMs), widest);
  const share = (at - window.start) / spanOf(window);
  const start = at - share * span;
  return bounded({ start, end: start + span }, until);
}

export function panned(window: TimeWindow, by: number, until: number): TimeWindow {
  return bounded({ start: window.start + by, end: window.end + by }, until);
}

/** With a little room on both sides, so that the first and the last bar do not touch the edge. */
export function around(from: number, to: number): TimeWindow {
  const span = Math.max(to - from, closestMs);
  const room = span * 0.03;
  return { start: from - room, end: from + span + room };
}

/** Keeps some of the run in sight: at least a tenth of the window, however far one pans. */
export function bounded(window: TimeWindow, until: number): TimeWindow {
  const span = spanOf(window);
  const least = -span * 0.9;
  const most = Math.max(until, 1) - span * 0.1;
  const start = Math.min(Math.max(window.start, least), most);
  return { start, end: start + span };
}

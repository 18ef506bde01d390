import { hasFailed } from './bars';
import type { Layout } from './layout';
import { minimapHeight } from './metrics';
import { type TimeScale, type TimeWindow, timeAt, xOf } from './time-scale';

/** One pixel column of the whole run. */
export interface MinimapColumn {
  model: boolean;
  /** Most calls at once. */
  sequential: number;
  parallel: number;
  failed: boolean;
  hazard: boolean;
}

/** The whole run over the whole width. */
export function minimapScale(until: number, width: number): TimeScale {
  return { start: 0, end: Math.max(until, 1), left: 12, width: Math.max(1, width - 24) };
}

/** O(turns + calls), whatever the width: made again only when the layout or the width has changed. */
export function minimapColumns(layout: Layout, scale: TimeScale, now: number): MinimapColumn[] {
  const columns = Array.from(
    { length: Math.ceil(scale.width) + 1 },
    (): MinimapColumn => ({ model: false, sequential: 0, parallel: 0, failed: false, hazard: false }),
  );
  const each = (start: number, end: number, mark: (column: MinimapColumn) => void) => {
    const first = Math.max(0, Math.floor(xOf(scale, start) - scale.left));
    const last = Math.min(columns.length - 1, Math.floor(xOf(scale, Math.min(end, now)) - scale.left));
    for (let at = first; at <= Math.max(first, last); at += 1) {
      const column = columns[at];
      if (column !== undefined) mark(column);
    }
  };
  for (const { turn, lanes } of layout.turns) {
    if (turn.model !== null) {
      const failed = turn.model.ended?.kind === 'failed';
      each(turn.model.requestedAt, turn.model.ended?.at ?? now, (column) => {
        column.model = true;
        column.failed ||= failed;
      });
    }
    for (const placed of lanes.all) {
      if (placed.shape !== 'ran') continue;
      const failed = hasFailed(placed);
      each(placed.start, placed.end, (column) => {
        const depth = placed.lane + 1;
        if (placed.parallel) column.parallel = Math.max(column.parallel, depth);
        else column.sequential = Math.max(column.sequential, depth);
        column.failed ||= failed;
      });
    }
  }
  for (const entries of layout.hazards.values()) {
    for (const { at } of entries) {
      each(at, at, (column) => {
        column.hazard = true;
      });
    }
  }
  return columns;
}

/** What a press on the minimap takes hold of. */
export type MinimapGrip = 'start' | 'end' | 'window' | 'outside';

const handle = 5;

export function minimapGrip(scale: TimeScale, window: TimeWindow, x: number): MinimapGrip {
  const left = xOf(scale, window.start);
  const right = xOf(scale, window.end);
  if (Math.abs(x - left) <= handle) return 'start';
  if (Math.abs(x - right) <= handle) return 'end';
  return x > left && x < right ? 'window' : 'outside';
}

/** @param by pixels since the press */
export function minimapDragged(
  scale: TimeScale,
  window: TimeWindow,
  grip: MinimapGrip,
  by: number,
): TimeWindow {
  const shift = timeAt(scale, scale.left + by) - scale.start;
  const least = (scale.end - scale.start) / scale.width;
  switch (grip) {
    case 'start':
      return { start: Math.min(window.start + shift, window.end - least), end: window.end };
    case 'end':
      return { start: window.start, end: Math.max(window.end + shift, window.start + least) };
    case 'window':
    case 'outside':
      return { start: window.start + shift, end: window.end + shift };
  }
}

export const minimapInner = { top: 6, height: minimapHeight - 10 };

import { minimapHeight } from '../layout/metrics';
import type { MinimapColumn } from '../layout/minimap';
import { type TimeScale, type TimeWindow, xOf } from '../layout/time-scale';
import { horizontalLine, type Pen, snap, verticalLine } from './pen';

const base = minimapHeight - 5;
const modelStrip = 3;
const step = 5;
const deepest = 5;

/** The whole run, once; kept as a picture until it or the theme changes. */
export function paintMinimap(
  pen: Pen,
  columns: readonly MinimapColumn[],
  scale: TimeScale,
  width: number,
): void {
  const { ctx, palette } = pen;
  ctx.fillStyle = palette.sunken;
  ctx.fillRect(0, 0, width, minimapHeight);
  paintWhere(pen, columns, scale, palette.model.full, (column) =>
    column.model ? [base - modelStrip, modelStrip] : null,
  );
  paintWhere(pen, columns, scale, palette.sequential.full, (column) => stack(column.sequential));
  paintWhere(pen, columns, scale, palette.parallel.full, (column) => stack(column.parallel));
  paintWhere(pen, columns, scale, palette.failure, (column) => (column.failed ? [base + 1, 3] : null));
  ctx.fillStyle = palette.hazard;
  let last = Number.NEGATIVE_INFINITY;
  columns.forEach((column, at) => {
    if (!column.hazard || at - last < 5) return;
    last = at;
    const x = scale.left + at + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, 1);
    ctx.lineTo(x + 3, 4.5);
    ctx.lineTo(x, 8);
    ctx.lineTo(x - 3, 4.5);
    ctx.fill();
  });
  ctx.fillStyle = palette.line;
  horizontalLine(pen, minimapHeight - 1, 0, width);
}

function stack(depth: number): readonly [number, number] | null {
  if (depth === 0) return null;
  const height = Math.min(depth, deepest) * step - 1;
  return [base - modelStrip - 1 - height, height];
}

/** Neighbouring columns of the same height are one rectangle. */
function paintWhere(
  { ctx }: Pen,
  columns: readonly MinimapColumn[],
  scale: TimeScale,
  color: string,
  at: (column: MinimapColumn) => readonly [number, number] | null,
): void {
  ctx.fillStyle = color;
  let from = 0;
  let open: readonly [number, number] | null = null;
  const close = (to: number) => {
    if (open !== null) ctx.fillRect(scale.left + from, open[0], to - from, open[1]);
  };
  columns.forEach((column, index) => {
    const here = at(column);
    if (here?.[0] === open?.[0] && (here === null) === (open === null)) return;
    close(index);
    open = here;
    from = index;
  });
  close(columns.length);
}

/** What lies outside of the window is shaded; its two edges can be taken hold of. */
export function paintMinimapWindow(pen: Pen, scale: TimeScale, window: TimeWindow, width: number): void {
  const { ctx, palette } = pen;
  const left = Math.max(0, snap(pen, xOf(scale, window.start)));
  const right = Math.min(width, Math.max(left + 2, snap(pen, xOf(scale, window.end))));
  ctx.fillStyle = palette.sunken;
  ctx.globalAlpha = 0.68;
  ctx.fillRect(0, 0, left, minimapHeight - 1);
  ctx.fillRect(right, 0, width - right, minimapHeight - 1);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.edge;
  ctx.lineWidth = 1;
  ctx.strokeRect(left + 0.5, 0.5, right - left - 1, minimapHeight - 2);
  ctx.fillStyle = palette.muted;
  for (const x of [left, right]) {
    ctx.beginPath();
    ctx.roundRect(x - 2, 12, 4, 16, 2);
    ctx.fill();
  }
}

export function paintMinimapCursor(pen: Pen, scale: TimeScale, time: number): void {
  pen.ctx.fillStyle = pen.palette.text;
  verticalLine(pen, xOf(scale, time), 0, minimapHeight - 1);
}

import { duration } from '../../widgets/units';
import { bodyTop, gutterWidth, minimapHeight, rulerHeight } from '../layout/metrics';
import type { Stretch } from '../layout/scene';
import { type Tick, ticksOf } from '../layout/ticks';
import { spanOf, type TimeScale, type TimeWindow, xOf } from '../layout/time-scale';
import type { Mark } from '../view/view-store';
import { horizontalLine, type Pen, snap, verticalLine } from './pen';

/** Faint lines at the labelled moments, down through the turns. */
export function paintGrid(pen: Pen, scale: TimeScale, height: number): readonly Tick[] {
  const ticks = ticksOf(scale);
  pen.ctx.fillStyle = pen.palette.line;
  pen.ctx.globalAlpha = 0.6;
  for (const { time, label } of ticks)
    if (label !== null) verticalLine(pen, xOf(scale, time), bodyTop, height);
  pen.ctx.globalAlpha = 1;
  return ticks;
}

/** @param flags where something else is written */
export function paintRuler(
  pen: Pen,
  scale: TimeScale,
  ticks: readonly Tick[],
  width: number,
  flags: readonly Stretch[],
): void {
  const { ctx, palette, texts } = pen;
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, minimapHeight, width, rulerHeight);
  for (const { time, label } of ticks) {
    const x = xOf(scale, time);
    if (x < gutterWidth) continue;
    ctx.fillStyle = palette.edge;
    verticalLine(pen, x, bodyTop - (label === null ? 4 : 8), bodyTop);
    if (label === null) continue;
    const end = x + 8 + texts.width(label);
    if (end > width || flags.some((flag) => flag.x < end && flag.x + flag.width > x)) continue;
    ctx.fillStyle = palette.muted;
    ctx.fillText(label, snap(pen, x + 4), minimapHeight + rulerHeight / 2 - 1);
  }
  ctx.fillStyle = palette.line;
  horizontalLine(pen, bodyTop - 1, 0, width);
  verticalLine(pen, gutterWidth - 1, minimapHeight, bodyTop);
}

/** A stretch that a person draws on the ruler, and how long it is. */
export function paintMeasured(pen: Pen, scale: TimeScale, measured: TimeWindow, height: number): void {
  const { ctx, palette, texts } = pen;
  const left = Math.max(gutterWidth, xOf(scale, measured.start));
  const right = Math.max(left, xOf(scale, measured.end));
  ctx.globalAlpha = 0.08;
  ctx.fillStyle = palette.text;
  ctx.fillRect(left, minimapHeight, right - left, height - minimapHeight);
  ctx.globalAlpha = 1;
  verticalLine(pen, left, minimapHeight, height);
  verticalLine(pen, right, minimapHeight, height);
  const text = duration(spanOf(measured));
  const width = texts.width(text) + 12;
  const x = Math.max(gutterWidth, (left + right - width) / 2);
  ctx.fillStyle = palette.text;
  ctx.beginPath();
  ctx.roundRect(x, minimapHeight + 4, width, 16, 4);
  ctx.fill();
  ctx.fillStyle = palette.inverse;
  ctx.fillText(text, snap(pen, x + 6), minimapHeight + 12.5);
}

export function paintMarks(pen: Pen, scale: TimeScale, marks: readonly Mark[], height: number): void {
  for (const mark of marks) {
    const x = xOf(scale, mark.time);
    if (x < gutterWidth - 1) continue;
    flag(pen, x, height, mark.name, pen.palette.muted, [4, 3]);
  }
}

/** @param dash lengths of line and gap; none for a whole line */
export function flag(
  pen: Pen,
  x: number,
  height: number,
  name: string,
  color: string,
  dash: readonly number[],
): void {
  const { ctx, palette, texts } = pen;
  const at = snap(pen, x) + 0.5;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.setLineDash([...dash]);
  ctx.beginPath();
  ctx.moveTo(at, minimapHeight + 4);
  ctx.lineTo(at, height);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = color;
  const width = texts.width(name) + 8;
  ctx.fillRect(at - 0.5, minimapHeight + 4, width, 14);
  ctx.fillStyle = palette.inverse;
  ctx.fillText(name, at + 3.5, minimapHeight + 11.5);
}

/** Where the person has travelled to: a line, and what is still to come is dimmed. */
export function paintCursor(pen: Pen, scale: TimeScale, time: number, width: number, height: number): void {
  const { ctx, palette } = pen;
  const x = xOf(scale, time);
  const from = Math.max(gutterWidth, x);
  if (from < width) {
    ctx.globalAlpha = 0.62;
    ctx.fillStyle = palette.panel;
    ctx.fillRect(from, bodyTop, width - from, height - bodyTop);
    ctx.globalAlpha = 1;
  }
  if (x < gutterWidth - 1 || x > width) return;
  ctx.fillStyle = palette.text;
  verticalLine(pen, x, bodyTop, height);
}

/** The cursor's head on the ruler, where it is taken hold of. */
export function paintCursorHead(pen: Pen, scale: TimeScale, time: number, width: number): void {
  const { ctx, palette } = pen;
  const x = xOf(scale, time);
  if (x < gutterWidth - 1 || x > width) return;
  const at = snap(pen, x) + 0.5;
  ctx.fillStyle = palette.text;
  ctx.beginPath();
  ctx.moveTo(at - 5, bodyTop - 14);
  ctx.lineTo(at + 5, bodyTop - 14);
  ctx.lineTo(at + 5, bodyTop - 7);
  ctx.lineTo(at, bodyTop - 1);
  ctx.lineTo(at - 5, bodyTop - 7);
  ctx.fill();
}

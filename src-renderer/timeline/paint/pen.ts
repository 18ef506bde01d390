import { gutterWidth } from '../layout/metrics';
import type { Palette } from './palette';
import { type Texts, texts } from './texts';

/** What every painting function is handed: where to paint, with what, how fine the pixels are. */
export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly palette: Palette;
  /** Device pixels in one of ours. */
  readonly density: number;
  readonly texts: Texts;
  /** Where the time axis begins. */
  readonly left: number;
  readonly patterns: Map<string, CanvasPattern | null>;
}

export function makePen(ctx: CanvasRenderingContext2D, palette: Palette, density: number): Pen {
  return { ctx, palette, density, texts: texts(ctx), left: gutterWidth, patterns: new Map() };
}

/** The nearest edge between device pixels. */
export function snap({ density }: Pen, at: number): number {
  return Math.round(at * density) / density;
}

/** One device pixel, or as many as come nearest to one of ours. */
export function hairline({ density }: Pen): number {
  return Math.max(1, Math.floor(density)) / density;
}

export function fillRect(pen: Pen, x: number, y: number, width: number, height: number): void {
  const left = snap(pen, x);
  const top = snap(pen, y);
  pen.ctx.fillRect(left, top, snap(pen, x + width) - left, snap(pen, y + height) - top);
}

export function verticalLine(pen: Pen, x: number, top: number, bottom: number): void {
  pen.ctx.fillRect(snap(pen, x), top, hairline(pen), bottom - top);
}

export function horizontalLine(pen: Pen, y: number, left: number, right: number): void {
  pen.ctx.fillRect(left, snap(pen, y), right - left, hairline(pen));
}

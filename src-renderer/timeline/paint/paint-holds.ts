import { bodyTop, gutterWidth } from '../layout/metrics';
import type { HoldShape } from '../layout/scene';
import { dots } from './dots';
import { type Pen, snap, verticalLine } from './pen';

const headHeight = 5;

/** A dotted band through all turns while the person had the desktop. */
export function paintHolds(pen: Pen, holds: readonly HoldShape[], height: number): void {
  const { ctx, palette } = pen;
  for (const hold of holds) {
    const { left, right } = edges(hold);
    if (right <= left) continue;
    ctx.globalAlpha = 0.55;
    ctx.fillStyle = dots(pen, palette.faint, palette.sunken);
    ctx.fillRect(snap(pen, left), bodyTop, snap(pen, right) - snap(pen, left), height - bodyTop);
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.muted;
    if (hold.x >= gutterWidth) verticalLine(pen, hold.x, bodyTop, height);
    if (!hold.open) verticalLine(pen, right, bodyTop, height);
  }
}

/** The band's head on the ruler, with its name where there is room. */
export function paintHoldHeads(pen: Pen, holds: readonly HoldShape[]): void {
  const { ctx, palette, texts } = pen;
  const name = 'held';
  const room = texts.width(name) + 8;
  for (const hold of holds) {
    const { left, right } = edges(hold);
    if (right <= left) continue;
    ctx.fillStyle = palette.muted;
    ctx.fillRect(snap(pen, left), bodyTop - headHeight, snap(pen, right) - snap(pen, left), headHeight - 1);
    if (right - left < room) continue;
    ctx.fillRect(snap(pen, left), bodyTop - 15, room, 14);
    ctx.fillStyle = palette.inverse;
    ctx.fillText(name, snap(pen, left + 4), bodyTop - 7.5);
  }
}

function edges({ x, width }: HoldShape): { readonly left: number; readonly right: number } {
  return { left: Math.max(gutterWidth, x), right: x + width };
}

import { bodyTop, minimapHeight } from '../layout/metrics';
import type { OverrideShape } from '../layout/scene';
import { type Pen, snap } from './pen';

/** The flag's head, which is there also where its words have no room. */
const head = 8;
const flagTop = minimapHeight + 4;
const flagHeight = 14;

/** A flag on the ruler, in pixels of the canvas; nothing else is written beneath it. */
export interface Flag {
  readonly x: number;
  readonly width: number;
  readonly words: string;
}

/** Where two come close, the earlier one gives way. */
export function flagsOf({ texts, left }: Pen, overrides: readonly OverrideShape[]): readonly Flag[] {
  return overrides.flatMap(({ x, label }, index) => {
    if (x < left - 1) return [];
    const room = (overrides[index + 1]?.x ?? Number.POSITIVE_INFINITY) - x - 1;
    const words = texts.fitted(label, room - head);
    const width = words === '' ? head : texts.width(words) + head;
    return [{ x, width: Math.min(width, room), words }];
  });
}

/** A dotted line from a flag on the ruler, which says what the person set a tool to. */
export function paintOverrides(pen: Pen, flags: readonly Flag[], height: number): void {
  const { ctx, palette } = pen;
  for (const { x, width, words } of flags) {
    const at = snap(pen, x) + 0.5;
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = 1;
    ctx.setLineDash([1, 3]);
    ctx.beginPath();
    ctx.moveTo(at, bodyTop);
    ctx.lineTo(at, height);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = palette.muted;
    ctx.fillRect(at - 0.5, flagTop, width, flagHeight);
    ctx.fillRect(at - 0.5, flagTop, 1, bodyTop - flagTop);
    ctx.fillStyle = palette.inverse;
    ctx.fillText(words, at + 3.5, flagTop + flagHeight / 2 + 0.5);
  }
}

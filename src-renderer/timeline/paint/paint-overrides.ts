import { bodyTop, minimapHeight } from '../layout/metrics';
import type { OverrideShape } from '../layout/scene';
import { type Pen, snap } from './pen';

/** The flag's head, which is there also where its words have no room. */
export const flagHead = 8;
const flagTop = minimapHeight + 4;
const flagHeight = 14;

/** A dotted line from a flag on the ruler, which says what the person set a tool to. Where two come close, the later one's words stand. */
export function paintOverrides(pen: Pen, overrides: readonly OverrideShape[], height: number): void {
  const { ctx, palette, texts } = pen;
  overrides.forEach(({ x, label }, index) => {
    if (x < pen.left - 1) return;
    const at = snap(pen, x) + 0.5;
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = 1;
    ctx.setLineDash([1, 3]);
    ctx.beginPath();
    ctx.moveTo(at, bodyTop);
    ctx.lineTo(at, height);
    ctx.stroke();
    ctx.setLineDash([]);
    const room = (overrides[index + 1]?.x ?? Number.POSITIVE_INFINITY) - x - 1;
    const words = texts.fitted(label, room - flagHead);
    ctx.fillStyle = palette.muted;
    const width = words === '' ? flagHead : texts.width(words) + flagHead;
    ctx.fillRect(at - 0.5, flagTop, Math.min(width, room), flagHeight);
    ctx.fillRect(at - 0.5, flagTop, 1, bodyTop - flagTop);
    ctx.fillStyle = palette.inverse;
    ctx.fillText(words, at + 3.5, flagTop + flagHeight / 2 + 0.5);
  });
}

import type { LinkShape } from '../layout/link-shapes';
import { barHeight } from '../layout/metrics';
import type { Pen } from './pen';

const arrow = 4;
/** Less room than this between the two, and the arrow comes from above or below instead of from the side. */
const leastRoom = 3 * arrow;
/** Beyond what is in sight nothing is seen of a line; the canvas need not follow it there. */
const margin = 40;

/** Lines from what the chosen call waited for: whole where its result is used, dashed where it only had to be over. */
export function paintLinks(pen: Pen, links: readonly LinkShape[], width: number): void {
  if (links.length === 0) return;
  const { ctx, palette } = pen;
  ctx.strokeStyle = palette.text;
  ctx.fillStyle = palette.text;
  ctx.lineWidth = 1.5;
  for (const { from, to, needed } of links) {
    const [x1, x2] = [within(from.x, width), within(to.x, width)];
    const beside = from.y === to.y || x2 - x1 >= leastRoom;
    const down = to.y > from.y ? 1 : -1;
    const tip = beside ? { x: x2, y: to.y } : { x: Math.max(x1, x2), y: to.y - (down * barHeight) / 2 };
    ctx.setLineDash(needed ? [] : [4, 3]);
    ctx.beginPath();
    ctx.moveTo(x1, from.y);
    if (!beside) ctx.lineTo(tip.x, from.y);
    else ctx.lineTo(x1, to.y);
    ctx.lineTo(tip.x, tip.y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x1, from.y, 2.5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.beginPath();
    ctx.moveTo(tip.x, tip.y);
    if (beside) {
      ctx.lineTo(tip.x - arrow, tip.y - arrow);
      ctx.lineTo(tip.x - arrow, tip.y + arrow);
    } else {
      ctx.lineTo(tip.x - arrow, tip.y - down * arrow);
      ctx.lineTo(tip.x + arrow, tip.y - down * arrow);
    }
    ctx.fill();
  }
}

function within(x: number, width: number): number {
  return Math.max(-margin, Math.min(width + margin, x));
}

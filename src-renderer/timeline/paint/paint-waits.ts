import type { WaitShape } from '../layout/scene';
import { dots } from './dots';
import { fillRect, hairline, type Pen, snap } from './pen';

/** The mark where the person was asked. */
const radius = 5.5;
/** Less room than this, and the mark would hide the wait. */
const leastForMark = 2 * radius + 2;

/** Waiting for the person is not running: the bar is hollow there, dotted, and marked where it asked. */
export function paintWaits(pen: Pen, waits: readonly WaitShape[]): void {
  const { ctx, palette } = pen;
  for (const { x, y, width, height } of waits) {
    ctx.fillStyle = dots(pen, palette.faint, palette.panel);
    fillRect(pen, x, y, width, height);
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = hairline(pen);
    ctx.strokeRect(
      snap(pen, x) + 0.5,
      y + 0.5,
      Math.max(0, snap(pen, x + width) - snap(pen, x) - 1),
      height - 1,
    );
  }
}

/** Over the labels: a round mark that says that somebody was asked, crossed where they said no. */
export function paintWaitMarks(pen: Pen, waits: readonly WaitShape[]): void {
  const { ctx, palette } = pen;
  ctx.textAlign = 'center';
  ctx.font = palette.strongFont;
  for (const { x, y, width, height, outcome } of waits) {
    if (width < leastForMark) continue;
    const middle = y + height / 2;
    ctx.beginPath();
    ctx.arc(x + 1, middle, radius, 0, 2 * Math.PI);
    ctx.fillStyle = outcome === 'deny' ? palette.failure : palette.text;
    ctx.fill();
    ctx.strokeStyle = palette.panel;
    ctx.lineWidth = 1;
    ctx.stroke();
    ctx.fillStyle = palette.inverse;
    ctx.fillText('?', x + 1, middle + 0.5);
  }
  ctx.textAlign = 'start';
  ctx.font = palette.font;
}

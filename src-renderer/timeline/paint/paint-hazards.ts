import type { Selection } from '../../trace/trace-store';
import type { HazardShape } from '../layout/scene';
import type { Pen } from './pen';

const size = 6;

/** An amber diamond where the hazard befell, and a line to the call that it has to do with. */
export function paintHazards(pen: Pen, hazards: readonly HazardShape[], selection: Selection): void {
  const { ctx, palette } = pen;
  if (hazards.length === 0) return;
  ctx.strokeStyle = palette.hazard;
  ctx.fillStyle = palette.hazard;
  ctx.lineWidth = 1.5;
  for (const { x, y, other } of hazards) {
    if (other === null) continue;
    ctx.beginPath();
    ctx.moveTo(other.x, other.y);
    ctx.lineTo(x, y);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(other.x, other.y, 2.5, 0, 2 * Math.PI);
    ctx.fill();
  }
  for (const hazard of hazards) paintDiamond(pen, hazard, selection);
}

function paintDiamond(pen: Pen, { x, y, entry }: HazardShape, selection: Selection): void {
  const { ctx, palette } = pen;
  const chosen = selection.kind === 'hazard' && selection.seq === entry.seq;
  ctx.beginPath();
  ctx.moveTo(x, y - size);
  ctx.lineTo(x + size, y);
  ctx.lineTo(x, y + size);
  ctx.lineTo(x - size, y);
  ctx.closePath();
  ctx.fillStyle = palette.hazard;
  ctx.fill();
  ctx.strokeStyle = chosen ? palette.text : palette.panel;
  ctx.lineWidth = chosen ? 2 : 1;
  ctx.stroke();
  ctx.fillStyle = palette.inverse;
  ctx.fillRect(x - 0.75, y - 3.5, 1.5, 4.5);
  ctx.fillRect(x - 0.75, y + 2, 1.5, 1.5);
}

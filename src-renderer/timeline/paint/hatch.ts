import type { Pen } from './pen';

const period = 6;

/** Diagonal lines that say "in parallel" to whoever does not see the hue. */
export function hatch(pen: Pen, color: string, background: string | null): CanvasPattern | string {
  const key = `${color}/${background ?? ''}`;
  const known = pen.patterns.get(key);
  if (known !== undefined) return known ?? color;
  const size = Math.round(period * pen.density);
  const tile = new OffscreenCanvas(size, size);
  const ctx = tile.getContext('2d');
  if (ctx === null) return color;
  if (background !== null) {
    ctx.fillStyle = background;
    ctx.fillRect(0, 0, size, size);
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.25 * pen.density;
  ctx.beginPath();
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - 1, size + 1);
    ctx.lineTo(shift + size + 1, -1);
  }
  ctx.stroke();
  const pattern = pen.ctx.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / pen.density));
  pen.patterns.set(key, pattern);
  return pattern ?? color;
}

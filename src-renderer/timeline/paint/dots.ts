import type { Pen } from './pen';

const period = 4;

/** Fine dots: time in which nothing ran, because a person had the say. */
export function dots(pen: Pen, color: string, background: string | null): CanvasPattern | string {
  const key = `dots ${color}/${background ?? ''}`;
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
  ctx.fillStyle = color;
  const dot = Math.max(1, Math.round(pen.density));
  ctx.fillRect(Math.floor((size - dot) / 2), Math.floor((size - dot) / 2), dot, dot);
  const pattern = pen.ctx.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / pen.density));
  pen.patterns.set(key, pattern);
  return pattern ?? color;
}

import type { Point, Rect } from '../../contract/geometry';

/** The part that both have; null where there is none. */
export function meet(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

export function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** GTK 3 gives the smallest number there is for what is not on the screen. */
const nowhere = -(2 ** 31);

/** null where the program says that it is nowhere, or has no size. */
export function asBounds(extents: Rect | null): Rect | null {
  if (extents === null || extents.x === nowhere || extents.y === nowhere) return null;
  return extents.width > 0 && extents.height > 0 ? extents : null;
}

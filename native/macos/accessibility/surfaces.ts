import type { Frame } from './raw-node';

/** What is drawn by itself, wherever that of which it is a part may be. */
const surfaces: ReadonlySet<string> = new Set([
  'AXWindow',
  'AXSheet',
  'AXDrawer',
  'AXPopover',
  'AXMenu',
  'AXMenuBar',
]);

export function isSurface(role: string): boolean {
  return surfaces.has(role);
}

/** Whether what is inside is cut off where it goes beyond. */
export function clipsWhatIsInside(role: string): boolean {
  return role === 'AXScrollArea' || surfaces.has(role);
}

/** @returns null where they have nothing in common */
export function meet(one: Frame, other: Frame): Frame | null {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

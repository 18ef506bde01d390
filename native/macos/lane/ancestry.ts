import type { Ax } from '../accessibility/ax';
import type { AttributeName } from '../accessibility/names';
import type { Frame } from '../accessibility/raw-node';
import { type Element, readAttributes } from '../accessibility/read';
import { slotsOf } from '../accessibility/slots';
import { clipsWhatIsInside, isSurface, meet } from '../accessibility/surfaces';
import type { Scope } from '../core-foundation/ownership';

export interface Ancestor {
  readonly element: Element;
  readonly role: string;
  readonly minimized: boolean;
  readonly frame: Frame | null;
}

const asked: readonly AttributeName[] = [
  'AXRole',
  'AXParent',
  'AXMinimized',
  'AXFrame',
  'AXPosition',
  'AXSize',
];

/** Deeper than any real tree; a program may tell of a circle. */
const deepest = 60;

/** The element itself and all that it is in, innermost first, as far as the program tells. */
export function ancestryOf(ax: Ax, scope: Scope, element: Element): readonly Ancestor[] {
  const path: Ancestor[] = [];
  let at: Element | null = element;
  while (at !== null && path.length < deepest) {
    const read = readAttributes(ax, scope, at, asked);
    if (!read.ok) break;
    const slots = slotsOf(asked, read.value);
    path.push({
      element: at,
      role: slots.text('AXRole'),
      minimized: slots.truth('AXMinimized') ?? false,
      frame: slots.frame(),
    });
    at = slots.element('AXParent');
  }
  return path;
}

/** What of the first is left by what is around it, up to its window. */
export function seenOf(path: readonly Ancestor[]): Frame | null {
  let seen = path[0]?.frame ?? null;
  for (const { role, minimized, frame } of path) {
    if (minimized || seen === null) return null;
    if (frame !== null && clipsWhatIsInside(role)) seen = meet(seen, frame);
    if (isSurface(role)) break;
  }
  return seen === null || seen.width <= 0 || seen.height <= 0 ? null : seen;
}

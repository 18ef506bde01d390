import { hasState, type RawNode } from '../../../native/linux/atspi';
import type { Rect } from '../../contract/geometry';
import type { Toolkit } from './toolkit';

/** What a branch is told by those around it. */
export interface Around {
  /** What of the screen its ancestors leave of it. */
  readonly clip: Rect | null;
  /** Whether the parent is shown. What is not shown in what is, and cannot be scrolled to, is hidden. */
  readonly shown: boolean;
  readonly scrolls: boolean;
  readonly combobox: string | null;
  readonly inMenu: boolean;
}

/** GTK 4 does not say it; what it does not show has a place without a size. */
export function isShown({ role, states, extents }: RawNode, bounds: Rect | null, toolkit: Toolkit): boolean {
  if (toolkit !== 'gtk4') return hasState(states, 'showing');
  const hasSize = bounds !== null || extents === null || role === 'frame' || role === 'window';
  return hasState(states, 'visible') && hasSize;
}

/** Whether a person would not tell of it. @param role as we call it */
export function isHidden(
  raw: RawNode,
  role: string,
  around: Around,
  shown: boolean,
  toolkit: Toolkit,
): boolean {
  if (toolkit === 'gtk4') return !shown;
  const isVisible = hasState(raw.states, 'visible');
  // Chromium shows of a closed list what is chosen in it alone.
  if (around.combobox !== null && toolkit === 'chromium') return false;
  if (around.inMenu && around.shown) return !isVisible && raw.role !== 'menu';
  if (!isVisible || (role === 'scrollbar' && !shown)) return true;
  return !shown && around.shown && !around.scrolls && !hasState(raw.states, 'iconified');
}

/** Whether it cuts off what of its children is outside of it. */
export function clips({ role }: RawNode): boolean {
  return role === 'scroll_pane' || role === 'viewport' || role === 'document_web';
}

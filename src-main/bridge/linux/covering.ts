import { hasState, innermostAt, lineage, listWindows, look } from '../../../native/linux/atspi';
import { ok, type Result } from '../../contract/failure';
import type { Point } from '../../contract/geometry';
import { nameOf } from '../say';
import { middleOf } from './boxes';
import { failure, unread, unseen } from './failures';
import type { Found } from './look';
import type { Program } from './program';
import { alone, roleOf } from './roles';
import { matchWindows } from './windows';
import { ownName } from './words';

/** Where a pointer would land on an element, and what it would hit instead. */
export interface Hit {
  readonly at: Point;
  readonly covering: string | null;
}

/** null where the element has no place on the screen. */
export async function hitOf(program: Program, found: Found): Promise<Result<Hit | null>> {
  const { node, window } = found;
  if (node === null) return ok(null);
  const modal = await modalBefore(program, found);
  if (!modal.ok) return modal;
  if (found.seen === null || node.states.includes('offscreen')) {
    return ok(modal.value === null ? null : { at: { x: 0, y: 0 }, covering: modal.value });
  }
  const at = middleOf(found.seen);
  if (modal.value !== null) return ok({ at, covering: modal.value });
  const { application, x11 } = program;
  const hit = await x11.windowAt({ x: Math.round(at.x), y: Math.round(at.y) });
  if (!hit.ok) return failure(unseen(hit.failure));
  if (hit.value.window === null)
    return ok({ at, covering: 'nothing: its window is not on the screen there' });
  if (hit.value.pid !== application.pid)
    return ok({ at, covering: await foreign(program, hit.value.window) });
  if (window?.x11 === null || window?.x11.id === hit.value.window)
    return ok({ at, covering: await within(program, found, at) });
  const own = await x11.windows(application.pid);
  if (!own.ok) return failure(unseen(own.failure));
  const over = own.value.find(({ id }) => id === hit.value.window);
  if (over?.managed !== true && isInPopup(found)) return ok({ at, covering: null });
  return ok({ at, covering: over?.title ? `window ${JSON.stringify(over.title)}` : 'a menu or a popup' });
}

/** Menus and popups are windows of their own for the X server, though not for the program. */
function isInPopup({ tree, identity }: Found): boolean {
  const path = tree.nodes.filter((node) => node.identity !== identity);
  return path.some(
    ({ role, interfaces }) =>
      role === 'menu' || role === 'popup_menu' || role === 'window' || interfaces.size === 0,
  );
}

async function foreign({ x11 }: Program, window: number): Promise<string> {
  const all = await x11.windows(null);
  const over = all.ok ? all.value.find(({ id }) => id === window) : undefined;
  return over?.title
    ? `window ${JSON.stringify(over.title)} of another program`
    : 'a window of another program';
}

/**
 * Whether the element is drawn over what its program says is there: a popover in the same window, and a scroll bar over what it
 * scrolls. GTK 3 names what is beneath them.
 */
function isAbove({ nodes }: Found['tree'], hit: readonly string[]): boolean {
  const popover = nodes.findLast(({ role, states }) => role === 'panel' && hasState(states, 'modal'));
  if (popover !== undefined) return !hit.includes(popover.identity);
  const bar = nodes.find(({ role }) => role === 'scroll_bar');
  const pane = bar === undefined ? undefined : nodes[bar.parent];
  return pane !== undefined && hit.includes(pane.identity);
}

/** A window of its own for GTK 4, which tells the place of what is in it wrongly. */
function isInPopover({ nodes }: Found['tree']): boolean {
  return nodes.some(
    ({ role, name }) => role === 'menu' || name.startsWith('GtkPopover') || name === 'GtkTreePopover',
  );
}

function extentsOf({ nodes }: Found['tree'], identity: string): Point | null {
  return nodes.find((node) => node.identity === identity)?.extents ?? null;
}

/** What of the program itself lies over it, as far as its toolkit tells: null for nothing, and where it does not. */
async function within(
  { line, patience, toolkit }: Program,
  { identity, tree, window }: Found,
  at: Point,
): Promise<string | null> {
  if (window === null || (toolkit === 'gtk4' && isInPopover(tree))) return null;
  // GTK 4 counts from the window.
  const { x, y } = (toolkit === 'gtk4' && extentsOf(tree, window.identity)) || { x: 0, y: 0 };
  const hit = await innermostAt(line, window.identity, { x: at.x - x, y: at.y - y }, patience);
  if (!hit.ok || hit.value === null) return null;
  const path = await lineage(line, hit.value, patience);
  if (!path.ok || path.value.includes(identity)) return null;
  if (isAbove(tree, path.value)) return null;
  const own = new Set(tree.nodes.map((node) => node.identity));
  if (own.has(hit.value)) return null;
  const over = await look(line, hit.value, patience);
  return over.ok
    ? nameOf({ role: roleOf(over.value, toolkit, alone), name: ownName(over.value, toolkit) })
    : null;
}

/** The topmost modal window of the program that the element is not in. */
async function modalBefore(program: Program, { window }: Found): Promise<Result<string | null>> {
  const { line, application, patience, x11, toolkit } = program;
  const [told, shown] = await Promise.all([
    listWindows(line, application.root, patience),
    x11.windows(application.pid),
  ]);
  if (!told.ok) return failure(unread(told.trouble));
  if (!shown.ok) return failure(unseen(shown.failure));
  const matched = matchWindows(told.value, shown.value, toolkit === 'gtk4');
  const modals = told.value.filter(({ identity }) => matched.get(identity)?.modal === true);
  const [front] = shown.value.flatMap(({ id }) =>
    modals.filter(({ identity }) => matched.get(identity)?.id === id),
  );
  if (front === undefined || front.identity === window?.identity) return ok(null);
  return ok(nameOf({ role: 'dialog', name: front.title }));
}

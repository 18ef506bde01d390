import { setTimeout as pause } from 'node:timers/promises';
import { type RawNode, type Rect, revealAt } from '../../../native/linux/atspi';
import { ok, type Result } from '../../contract/failure';
import { type Hit, hitOf } from './covering';
import type { Found } from './look';
import type { Program } from './program';
import { pathTo } from './scroll-bar';

/** An element, and what lies over it. */
export interface Sight {
  readonly found: Found;
  readonly hit: Hit | null;
}

/** A page has moved, and Chromium has found out what lies where, so long after it was asked, in milliseconds. */
const moves = 60;

/**
 * A bar that stays while its page is scrolled lies over what was scrolled to the edge: the element comes to the middle, once. What else
 * covers it is left as it is.
 */
export async function clearOfBars(
  program: Program,
  sight: Sight,
  again: () => Promise<Result<Found>>,
): Promise<Result<Sight>> {
  const { line, patience } = program;
  const place = await placeUnderBar(program, sight);
  if (place === null) return ok(sight);
  const asked = await revealAt(line, place.whole.identity, place.corner, patience);
  if (!asked.ok || asked.value.kind !== 'accepted') return ok(sight);
  await pause(moves);
  const found = await again();
  if (!found.ok) return found;
  // The first answer is a guess from where everything is, and has Chromium look.
  const guessed = await hitOf(program, found.value);
  if (!guessed.ok) return guessed;
  await pause(moves);
  const hit = await hitOf(program, found.value);
  return hit.ok ? ok({ found: found.value, hit: hit.value }) : hit;
}

interface Place {
  /** What of the page is to be moved: all that scrolls with it keeps its place in it. */
  readonly whole: RawNode;
  readonly corner: { readonly x: number; readonly y: number };
}

/** null where nothing of the element's own page lies over it. */
async function placeUnderBar({ toolkit, x11 }: Program, { found, hit }: Sight): Promise<Place | null> {
  if (toolkit !== 'chromium' || hit === null || hit.covering === null) return null;
  const path = pathTo(found.tree.nodes, found.identity);
  const at = path.findIndex(({ role }) => role === 'document_web');
  const [page, whole] = [path[at], path[at + 1]];
  if (!page?.extents || !whole?.extents) return null;
  const over = await x11.windowAt({ x: Math.round(hit.at.x), y: Math.round(hit.at.y) });
  if (!over.ok || over.value.window !== found.window?.x11?.id) return null;
  const corner = { x: whole.extents.x, y: whole.extents.y + middleOf(page.extents) - hit.at.y };
  return { whole, corner };
}

function middleOf({ y, height }: Rect): number {
  return y + height / 2;
}

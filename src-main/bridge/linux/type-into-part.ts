import type { Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byHand } from './deliver';
import { focusOn } from './focus-on';
import { frontWindow } from './front';
import type { Live } from './live';
import type { Program } from './program';
import { pathTo } from './scroll-bar';

export function isPartOfDate({ found }: Live): boolean {
  return pathTo(found.tree.nodes, found.identity).some(({ role }) => role === 'date_editor');
}

/** Chromium says yes to a number for a part of a date, and does nothing with it: the keyboard alone fills it in. */
export async function typeIntoPart(program: Program, live: Live, value: string): Promise<Result<Delivery>> {
  const focused = await focusOn(program, live);
  if (!focused.ok) return focused;
  const front = await frontWindow(program);
  if (!front.ok) return front;
  const cleared = byHand(await program.x11.press('Delete'));
  if (!cleared.ok || value === '') return cleared;
  return byHand(await program.x11.type(value));
}

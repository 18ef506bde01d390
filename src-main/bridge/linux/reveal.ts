import { reveal as scrollTo, setValue } from '../../../native/linux/atspi';
import { ok, type Result } from '../../contract/failure';
import type { Found } from './look';
import type { Program } from './program';
import { type ScrollBar, scrollBarOf } from './scroll-bar';

/** A list is searched for an element in at most so many steps. */
const mostSteps = 60;

/**
 * Brings an element into view: the program itself does it, or else what scrolls around it is moved a page at a time, until
 * the element can be seen. Where that does not help all is put back.
 */
export async function reveal(
  program: Program,
  found: Found,
  again: () => Promise<Result<Found>>,
): Promise<Result<Found>> {
  if (!isOutOfView(found)) return ok(found);
  const { line, identity, patience } = { ...program, identity: found.identity };
  const asked = await scrollTo(line, identity, patience);
  const after = asked.ok && asked.value.kind === 'accepted' ? await again() : ok(found);
  if (!after.ok || !isOutOfView(after.value)) return after;
  const bar = await scrollBarOf(program, after.value, 'vertical');
  return bar === null ? after : pageThrough(program, bar, after.value, again);
}

function isOutOfView({ node }: Found): boolean {
  return node?.states.includes('offscreen') === true;
}

async function pageThrough(
  { line, patience }: Program,
  bar: ScrollBar,
  found: Found,
  again: () => Promise<Result<Found>>,
): Promise<Result<Found>> {
  let at = 0;
  for (let step = 0; step < mostSteps && at < bar.maximum + bar.page; step += 1) {
    await setValue(line, bar.identity, Math.min(at, bar.maximum), patience);
    const now = await again();
    if (!now.ok || !isOutOfView(now.value)) return now;
    at += bar.page;
  }
  await setValue(line, bar.identity, bar.value, patience);
  return ok(found);
}

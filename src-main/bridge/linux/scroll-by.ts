import { setValue } from '../../../native/linux/atspi';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus, byHand } from './deliver';
import type { Live } from './live';
import type { Memory } from './memory';
import type { Program } from './program';
import { scrollBarOf } from './scroll-bar';

/** What a notch of a wheel moves, in pixels: in most programs, and in a page. */
const notch = 60;
const pageNotch = 120;

/** A page moves so long after the wheel, and tells nothing of it, in milliseconds. */
const pageMoves = 300;

/** By the scroll bar, which is exact, and needs no pointer; else by the wheel. */
export async function scrollBy(
  program: Program,
  live: Live,
  dx: number,
  dy: number,
  memory: Memory,
): Promise<Result<Delivery>> {
  const direction = dy === 0 ? 'horizontal' : 'vertical';
  const bar = dx !== 0 && dy !== 0 ? null : await scrollBarOf(program, live.found, direction);
  if (bar !== null) {
    const to = Math.min(bar.maximum, Math.max(0, bar.value + (dy === 0 ? dx : dy)));
    return byBus(await setValue(program.line, bar.identity, to, program.patience));
  }
  const { hit } = live.element;
  if (hit === null) return failed('not_visible', 'The element is nowhere on the screen.', 'Show it first.');
  if (program.toolkit === 'chromium') memory.expect(pageMoves);
  const step = program.toolkit === 'chromium' ? pageNotch : notch;
  return byHand(await program.x11.scroll(hit.at, { x: dx / step, y: dy / step }));
}

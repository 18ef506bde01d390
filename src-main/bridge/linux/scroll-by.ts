import { setValue } from '../../../native/linux/atspi';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus, byHand } from './deliver';
import type { Live } from './live';
import type { Program } from './program';
import { scrollBarOf } from './scroll-bar';

/** What a notch of a wheel moves in most programs, in pixels. */
const notch = 60;

/** By the scroll bar, which is exact, and needs no pointer; else by the wheel. */
export async function scrollBy(
  program: Program,
  live: Live,
  dx: number,
  dy: number,
): Promise<Result<Delivery>> {
  const direction = dy === 0 ? 'horizontal' : 'vertical';
  const bar = dx !== 0 && dy !== 0 ? null : await scrollBarOf(program, live.found, direction);
  if (bar !== null) {
    const to = Math.min(bar.maximum, Math.max(0, bar.value + (dy === 0 ? dx : dy)));
    return byBus(await setValue(program.line, bar.identity, to, program.patience));
  }
  const { hit } = live.element;
  if (hit === null) return failed('not_visible', 'The element is nowhere on the screen.', 'Show it first.');
  return byHand(await program.x11.scroll(hit.at, { x: dx / notch, y: dy / notch }));
}

import { focus } from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus, byHand } from './deliver';
import { failure, x11Failure } from './failures';
import type { Live } from './live';
import type { Program } from './program';

/** Its window first: a program gives the focus to nobody while it has none itself. */
export async function focusOn(program: Program, live: Live): Promise<Result<Delivery>> {
  const { line, x11, patience, toolkit } = program;
  const window = live.found.window?.x11 ?? null;
  if (window !== null && !window.active) {
    const activated = await x11.activate(window.id);
    if (!activated.ok) return failure(x11Failure(activated.failure));
  }
  return toolkit === 'gtk4'
    ? focusByHand(program, live)
    : byBus(await focus(line, live.found.identity, patience));
}

/** GTK 4 lets nobody else move the focus. A click moves it too, but does more than that to all but a field. */
async function focusByHand({ x11 }: Program, { element }: Live): Promise<Result<Delivery>> {
  const { role, states, hit } = element;
  if (states.includes('focused')) return ok('accepted');
  if (role === 'textbox' && hit !== null) return byHand(await x11.click(hit.at));
  return failed(
    'unsupported',
    `This program lets nobody give the focus to a ${role}.`,
    'Act on the element directly, or press Tab until it has the focus.',
  );
}

import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import type { Action, LiveElement } from '../adapter';
import { nameOf } from '../say';
import { choose } from './choose';
import { focusOn } from './focus-on';
import { type Live, lookAt } from './live';
import type { Memory } from './memory';
import { openMenu, pointAt, press } from './press';
import type { Program } from './program';
import { scrollBy } from './scroll-by';
import { setSecret, setValueOf } from './set-value';

type Words = Pick<LiveElement, 'role' | 'name'>;

/** Looks once more at the element, then does it. Nothing is tried twice. */
export async function actOn(
  program: Program,
  identity: string,
  action: Action,
  expected: Words,
  memory: Memory,
): Promise<Result<Delivery>> {
  const live = await lookAt(program, identity, memory);
  if (!live.ok) return live;
  const hindrance = hindranceOf(live.value.element, action, expected);
  if (hindrance !== null) return hindrance;
  if (program.patience.signal.aborted) return cancelled();
  return perform(program, live.value, action, memory);
}

function perform(program: Program, live: Live, action: Action, memory: Memory): Promise<Result<Delivery>> {
  switch (action.kind) {
    case 'press':
      return press(program, live, memory);
    case 'pointer':
      return pointAt(program, live, action.button, action.clicks);
    case 'show_menu':
      return openMenu(program, live);
    case 'set_value':
      return setValueOf(program, live, action.value);
    case 'set_secret':
      return setSecret(program, live, action.value);
    case 'select':
      return choose(program, live, action.option);
    case 'focus':
      return focusOn(program, live);
    case 'scroll':
      return scrollBy(program, live, action.dx, action.dy, memory);
  }
}

function hindranceOf(element: LiveElement, { kind }: Action, expected: Words) {
  const { role, name, states, visible, hit } = element;
  if (role !== expected.role || name !== expected.name)
    return failed(
      'stale_ref',
      `The element is no longer the ${nameOf(expected)}: it is the ${nameOf(element)}.`,
      'Take a snapshot.',
    );
  if (!visible)
    return failed('not_visible', 'The element has no visible part.', 'Show it first, then take a snapshot.');
  if (hit !== null && hit.covering !== null)
    return failed('covered', `The element is covered by ${hit.covering}.`, 'Deal with what covers it first.');
  if (kind === 'scroll' || kind === 'focus') return null;
  if (states.includes('disabled'))
    return failed('not_enabled', 'The element is disabled.', 'Do first what it is waiting for.');
  const enters = kind === 'set_value' || kind === 'set_secret';
  if (enters && states.includes('readonly'))
    return failed('not_enabled', 'The field is read-only.', 'Choose another field.');
  if (kind === 'set_value' && states.includes('secure'))
    return failed('secure_field', 'This is a secure field.', 'Leave it to the person.');
  return null;
}

function cancelled(): Result<Delivery> {
  return failed('cancelled', 'The call was cancelled before anything was done.', 'Nothing has to be undone.');
}

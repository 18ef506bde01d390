import { type Failure, failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import type { Action, LiveElement } from '../adapter';
import { nameOf } from '../say';
import { write } from './asking';
import { choose } from './choose';
import { cancelled, failure } from './failures';
import { type Live, lookAt, rawWords } from './live';
import type { Memory } from './memory';
import type { Called } from './program';
import { fields } from './shape';

type Words = Pick<LiveElement, 'role' | 'name'>;

/** Looks once more at the element, then does it; the lane does both again at once. Nothing is tried twice. */
export async function actOn(
  called: Called,
  identity: string,
  action: Action,
  expected: Words,
  memory: Memory,
): Promise<Result<Delivery>> {
  const live = await lookAt(called, identity, memory);
  if (!live.ok) return live;
  const hindrance = hindranceOf(live.value, action, expected);
  if (hindrance !== null) return failure(hindrance);
  if (called.signal.aborted) return failure(cancelled);
  return perform(called, live.value, action);
}

function perform(called: Called, live: Live, action: Action): Promise<Result<Delivery>> {
  const { raw, element } = live;
  const of = { identity: raw.identity, expected: rawWords(raw) };
  switch (action.kind) {
    case 'press':
      return write(called, { kind: 'act', action: 'AXPress', ...of });
    case 'show_menu':
      return write(called, { kind: 'act', action: 'AXShowMenu', ...of });
    case 'set_value':
      if (raw.role === 'AXPopUpButton') return choose(called, live, action.value);
      return write(called, { kind: 'set_value', value: action.value, ...of });
    case 'set_secret':
      return write(called, { kind: 'set_secret', value: action.value, ...of });
    case 'select':
      return choose(called, live, action.option);
    case 'focus':
      return write(called, { kind: 'set_state', state: 'AXFocused', on: true, ...of });
    case 'pointer':
    case 'scroll':
      return point(called, element, action);
  }
}

async function point(
  called: Called,
  { hit }: LiveElement,
  action: Extract<Action, { readonly kind: 'pointer' | 'scroll' }>,
): Promise<Result<Delivery>> {
  if (hit === null) return failure(notVisible);
  const where = { at: hit.at, to: 'session' } as const;
  if (action.kind === 'scroll') {
    return write(called, { kind: 'scroll', dx: action.dx, dy: action.dy, ...where });
  }
  const { button, clicks } = action;
  if (button === 'middle')
    return failed('unsupported', 'There is no middle button here.', 'Use the left or the right one.');
  return write(called, { kind: 'click', button, count: clicks, ...where });
}

const notVisible: Failure = {
  code: 'not_visible',
  sentence: 'The element has no visible part.',
  next: 'Show it first, then take a snapshot.',
};

function hindranceOf({ element, raw, reached }: Live, action: Action, expected: Words): Failure | null {
  const { role, name, states, visible, hit } = element;
  if (role !== expected.role || name !== expected.name)
    return {
      code: 'stale_ref',
      sentence: `The element is no longer the ${nameOf(expected)}: it is the ${nameOf(element)}.`,
      next: 'Take a snapshot.',
    };
  if (!visible) return notVisible;
  if (hit !== null && hit.covering !== null) return coveredBy(hit.covering);
  if (action.kind === 'scroll' || action.kind === 'focus') return null;
  if (states.includes('disabled'))
    return {
      code: 'not_enabled',
      sentence: 'The element is disabled.',
      next: 'Do first what it is waiting for.',
    };
  if (action.kind === 'pointer') return reached ? null : coveredBy('something that cannot be told');
  return incapability(raw.role, raw.actions, states, role, action);
}

function coveredBy(what: string): Failure {
  return {
    code: 'covered',
    sentence: `The element is covered by ${what}.`,
    next: 'Deal with what covers it first.',
  };
}

function incapability(
  raw: string,
  actions: readonly string[],
  states: LiveElement['states'],
  role: string,
  action: Action,
): Failure | null {
  const isSecure = states.includes('secure');
  switch (action.kind) {
    case 'press':
      return actions.includes('AXPress') ? null : cannot('be pressed', 'Click it with the pointer.');
    case 'show_menu':
      return actions.includes('AXShowMenu') ? null : cannot('show a menu', 'Press it instead.');
    case 'select':
      return role === 'combobox' ? null : cannot('be selected from', 'Select on a combobox.');
    case 'set_value':
    case 'set_secret':
      if (raw === 'AXPopUpButton') return null;
      if (isSecure && action.kind === 'set_value')
        return {
          code: 'secure_field',
          sentence: 'This is a secure field.',
          next: 'Leave it to the person: use fill_secure_field.',
        };
      if (states.includes('readonly'))
        return { code: 'not_enabled', sentence: 'The field is read-only.', next: 'Choose another field.' };
      return fields.has(role) || role === 'slider' || role === 'scrollbar'
        ? null
        : cannot('be given a value', 'Press it instead.');
    default:
      return null;
  }
}

function cannot(what: string, next: string): Failure {
  return { code: 'unsupported', sentence: `The element cannot ${what}.`, next };
}

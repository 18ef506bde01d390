import { z } from 'zod';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import type { Action, LiveElement } from '../adapter';
import { Nothing } from './cdp-answers';
import type { Patience } from './cdp-line';
import { setDate } from './date-field';
import { coveringWords, type FoundElement, findElement, probed, stale, wordsOf } from './element';
import { delivered, type Hands, noFocus } from './hands';
import { insertText, pressKey } from './keyboard';
import { backspace } from './keys';
import { wordsNow } from './look';
import { focusElement, scrollNearest, selectAllText, selectOf } from './page-functions';
import { pressAndRelease } from './press-and-release';
import { chooseOption } from './select-field';

/** Looks once more at the element, then does it with real input. Nothing is tried twice. */
export async function actOn(
  hands: Hands,
  identity: string,
  action: Action,
  expected: Words,
): Promise<Result<Delivery>> {
  const found = await findAsExpected(hands, identity, expected);
  if (!found.ok) return found;
  const element = found.value;
  if (element.kind === 'option' && action.kind === 'press') return pressOption(hands, element);
  const hindrance = await hindranceOf(hands, element, action);
  if (hindrance !== null) return hindrance;
  switch (action.kind) {
    case 'press':
      return press(hands, element);
    case 'set_value':
    case 'set_secret':
      return setValue(hands, element, action.value);
    case 'show_menu':
      return failed('unsupported', 'Nothing in this window has a context menu.', 'Press it instead.');
    case 'pointer':
      return press(hands, element, action);
    case 'select':
      return select(hands, element, action.option);
    case 'focus':
      return delivered(hands.patience, () => focus(hands, element.objectId));
    case 'scroll':
      return delivered(hands.patience, () => scroll(hands, element, action.dx, action.dy));
  }
}

type Words = Pick<LiveElement, 'role' | 'name'>;

/**
 * The words come from the accessibility tree, and where a pointer would land from the page. An element that looks the same in the
 * page before and after had those words all the while.
 */
async function findAsExpected(
  { line, page, patience }: Hands,
  identity: string,
  expected: Words,
): Promise<Result<FoundElement>> {
  const before = await findElement(line, page, identity, patience);
  if (!before.ok) return before;
  const node = await wordsOf(line, before.value.backendNodeId, patience);
  if (node === null) return stale();
  // What is behind a modal keeps silent; that it is covered is found next.
  const words = node.ignored ? expected : await wordsNow(page, node, before.value, patience);
  const now = await probed(page, before.value, patience);
  if (!now.ok) return now;
  const isSame = words.role === expected.role && words.name === expected.name;
  if (isSame && now.value.face === before.value.face) return now;
  return failed(
    'stale_ref',
    `The element is no longer the ${expected.role} "${expected.name}".`,
    'Take a snapshot.',
  );
}

async function hindranceOf(hands: Hands, element: FoundElement, { kind }: Action) {
  const { line, page, patience } = hands;
  if (!element.visible || element.at === null)
    return failed('not_visible', 'The element has no visible part.', 'Show it first, then take a snapshot.');
  if (!element.reached) {
    const covering = await coveringWords(line, page, element, patience);
    return failed('covered', `The element is covered by ${covering}.`, 'Deal with what covers it first.');
  }
  if (kind === 'scroll' || kind === 'focus') return null;
  if (element.disabled)
    return failed('not_enabled', 'The element is disabled.', 'Do first what it is waiting for.');
  if (element.readonly && kind !== 'press')
    return failed('not_enabled', 'The field is read-only.', 'Choose another field.');
  return null;
}

type Click = Omit<Extract<Action, { kind: 'pointer' }>, 'kind'>;

const plainClick: Click = { button: 'left', clicks: 1 };
const buttonBits = { left: 1, right: 2, middle: 4 } as const;

/** Without a move before it: a hidden window would answer that only with its next frame, up to a second later. */
async function press(
  hands: Hands,
  { kind, at }: FoundElement,
  { button, clicks }: Click = plainClick,
): Promise<Result<Delivery>> {
  if (kind === 'select')
    return failed('unsupported', 'This is a drop-down list.', 'Select one of its options instead.');
  const { line, patience } = hands;
  const mouse = { ...at, button, clickCount: clicks };
  const pressed = { ...mouse, type: 'mousePressed', buttons: buttonBits[button] };
  const released = { ...mouse, type: 'mouseReleased' };
  const send = (event: object) => (within: Patience) =>
    line.ask('Input.dispatchMouseEvent', { ...event }, Nothing, within);
  return delivered(patience, () => pressAndRelease(patience, send(pressed), send(released)));
}

/** Pressing an option of a closed list means choosing it: the list's own pop-up is not part of the page. */
async function pressOption(hands: Hands, option: FoundElement): Promise<Result<Delivery>> {
  const { page, patience } = hands;
  const text = await page.call(
    option.objectId,
    'function () { return this.text; }',
    [],
    z.string(),
    patience,
  );
  const list = await page.callForHandle(option.objectId, selectOf, [], patience);
  if (list === null) return failed('unsupported', 'This option is in no drop-down list.', 'Take a snapshot.');
  return chooseOption(hands, list, text);
}

async function select(
  hands: Hands,
  { kind, objectId }: FoundElement,
  option: string,
): Promise<Result<Delivery>> {
  if (kind === 'select') return chooseOption(hands, objectId, option);
  return failed('unsupported', 'This is no drop-down list.', 'Select on a combobox.');
}

async function setValue(hands: Hands, element: FoundElement, value: string): Promise<Result<Delivery>> {
  switch (element.kind) {
    case 'text':
      return setText(hands, element, value);
    case 'date':
      return setDate(hands, element.objectId, value);
    case 'select':
      return chooseOption(hands, element.objectId, value);
    case 'option':
    case 'other':
      return failed('unsupported', 'This element holds no value that can be set.', 'Press it instead.');
  }
}

/** As a person would: everything selected, then written over. */
async function setText(hands: Hands, { objectId }: FoundElement, value: string): Promise<Result<Delivery>> {
  const { line, page, patience } = hands;
  if (!(await page.call(objectId, focusElement, [], z.boolean(), patience))) return noFocus();
  await page.call(objectId, selectAllText, [], z.unknown(), patience);
  return delivered(patience, async () => {
    if (value === '') await pressKey(line, backspace, patience);
    else await insertText(line, value, patience);
  });
}

async function focus({ page, patience }: Hands, objectId: string): Promise<void> {
  await page.call(objectId, focusElement, [], z.boolean(), patience);
}

async function scroll({ page, patience }: Hands, { objectId }: FoundElement, dx: number, dy: number) {
  await page.call(objectId, scrollNearest, [dx, dy], z.unknown(), patience);
}

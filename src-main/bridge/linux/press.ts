import { press as doAction } from '../../../native/linux/atspi';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus, byHand } from './deliver';
import type { Live } from './live';
import type { Memory } from './memory';
import type { Program } from './program';

/** What toolkits call a press, the surest first. Nothing else in an element's list is one. */
const presses = [
  'click',
  'press',
  'toggle',
  'activate',
  'open',
  'jump',
  'select',
  'check',
  'uncheck',
  'doDefault',
];

/** For these an action of the program would mean something else: Enter, or opening a row, or what an icon stands for. */
const byPointerAlone: ReadonlySet<string> = new Set(['textbox', 'spinbutton', 'slider', 'row', 'treeitem']);

/** What a press of these is called, where the same word among the rest would mean something else. */
const own: ReadonlyMap<string, readonly string[]> = new Map([
  ['cell', ['toggle']],
  ['radio', ['click', 'press', 'toggle', 'select', 'activate', 'check', 'doDefault']],
]);

/** GTK 4 shows a button pressed for so long before it does what the button is for, in milliseconds. */
const shownPressed = 250;
const margin = 100;

export async function press(program: Program, live: Live, memory: Memory): Promise<Result<Delivery>> {
  const { found, element } = live;
  const byPointer = byPointerAlone.has(element.role) || found.own.role === 'icon';
  const action = byPointer ? -1 : pressIn(found.own.actions, element.role);
  if (action < 0) return pointAt(program, live, 'left', 1);
  if (program.toolkit === 'gtk4') memory.expect(shownPressed + margin);
  return byBus(await doAction(program.line, found.identity, action, program.patience));
}

function pressIn(actions: readonly string[], role: string): number {
  const words = actions.map((word) => word.toLowerCase());
  const fitting = own.get(role) ?? presses;
  for (const word of fitting) {
    const at = words.indexOf(word.toLowerCase());
    if (at >= 0) return at;
  }
  return -1;
}

type Button = 'left' | 'middle' | 'right';

export async function pointAt(
  { x11 }: Program,
  { element }: Live,
  button: Button,
  clicks: 1 | 2,
): Promise<Result<Delivery>> {
  const { hit } = element;
  if (hit === null)
    return failed('not_visible', 'The element is nowhere on the screen.', 'Open what it is in first.');
  return byHand(await x11.click(hit.at, button, clicks));
}

/** GTK 4 names the action, but only the pointer says where the menu is to be. */
export function openMenu(program: Program, live: Live): Promise<Result<Delivery>> {
  return pointAt(program, live, 'right', 1);
}

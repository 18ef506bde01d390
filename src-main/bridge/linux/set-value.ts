import { getChildren, identityOf, refOf, setText, setValue } from '../../../native/linux/atspi';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { choose } from './choose';
import { byBus, byHand } from './deliver';
import { focusOn } from './focus-on';
import { frontWindow } from './front';
import type { Live } from './live';
import type { Program } from './program';
import { setCell } from './set-cell';
import { isPartOfDate, typeIntoPart } from './type-into-part';

/** Toolkits take a number for these too, and do nothing with it. */
const shown: ReadonlySet<string> = new Set(['progressbar', 'meter']);

/** In place of what was there. */
export async function setValueOf(program: Program, live: Live, value: string): Promise<Result<Delivery>> {
  const { own, identity, tree } = live.found;
  const { role } = live.element;
  if (shown.has(role))
    return failed(
      'unsupported',
      'This only shows a number: the program sets it.',
      'Act on what it is about.',
    );
  if (role === 'spinbutton' && isPartOfDate(live)) return typeIntoPart(program, live, value);
  if (own.interfaces.has('Value')) return setNumber(program, identity, value);
  if (role === 'scrollbar') return setBar(program, identity, value);
  if (role === 'combobox') {
    const field = tree.nodes.find((node) => node.role === 'text' && node.interfaces.has('EditableText'));
    return field === undefined
      ? choose(program, live, value)
      : byBus(await setText(program.line, field.identity, value, program.patience));
  }
  if (role === 'textbox') return setField(program, live, value);
  if (role === 'cell' && program.toolkit === 'gtk3') return setCell(program, live, value);
  if (role === 'calendar')
    return failed(
      'unsupported',
      'This calendar neither tells its date nor takes one.',
      'Focus it. Control with an arrow key turns the month or the year, arrows alone go to a day, Space chooses it. Only a picture shows where they are.',
    );
  return failed('unsupported', 'This element holds no value that can be set.', 'Press it instead.');
}

export function setSecret(program: Program, live: Live, value: string): Promise<Result<Delivery>> {
  if (live.element.states.includes('secure')) return setField(program, live, value);
  const refusal = failed(
    'unsupported',
    'This is no secure field.',
    'Set its value as that of any other field.',
  );
  return Promise.resolve(refusal);
}

async function setNumber(
  { line, patience }: Program,
  identity: string,
  value: string,
): Promise<Result<Delivery>> {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number))
    return failed('invalid_input', `"${value}" is not a number.`, 'Write it in digits: 12.5');
  return byBus(await setValue(line, identity, number, patience));
}

/** GTK 4 has the number of a scroll bar in the one thing within it. */
async function setBar(program: Program, identity: string, value: string): Promise<Result<Delivery>> {
  const ref = refOf(identity);
  const inside = ref === null ? null : await program.line.ask(ref, getChildren, program.patience);
  const [only] = inside?.ok === true ? inside.value : [];
  return only === undefined
    ? failed('unsupported', 'This scroll bar holds no number.', 'Scroll what it belongs to.')
    : setNumber(program, identityOf(only), value);
}

async function setField(program: Program, live: Live, value: string): Promise<Result<Delivery>> {
  const { own, identity } = live.found;
  if (own.interfaces.has('EditableText'))
    return byBus(await setText(program.line, identity, value, program.patience));
  return typeOver(program, live, value);
}

/** As a person would: everything selected, then written over. Chromium takes text by the keyboard alone. */
async function typeOver(program: Program, live: Live, value: string): Promise<Result<Delivery>> {
  const focused = await focusOn(program, live);
  if (!focused.ok) return focused;
  const front = await frontWindow(program);
  if (!front.ok) return front;
  const { x11 } = program;
  const all = await x11.press('Control+a');
  if (!all.ok || value === '') return byHand(all.ok ? await x11.press('Delete') : all);
  return byHand(await x11.type(value));
}

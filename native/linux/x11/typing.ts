import type { Connection } from './connection';
import { NoReply } from './failure';
import { activeWindow } from './focus';
import { untilHandled } from './handled';
import type { Hands } from './hands';
import { keyboardNow, pressStrokes } from './keyboard';
import { type Keymap, spareKeycodes } from './keymap';
import { type Batch, planTyping } from './typing-plan';

/** `handled`: the program has taken the keys. `sent`: it did not say so. */
export type Typed = 'handled' | 'sent';

/** Keys that are lent to characters that no key writes. They are given back at the end alone: a program may be slow. */
export interface Lending {
  /** By keycode. The least recently lent comes first. */
  readonly lent: Map<number, number>;
}

/** A program that hangs for longer gets no key with a new meaning. */
const HANDLED_LIMIT_MS = 2_000;

/** For a program that cannot say that it has taken its keys. */
const MUTE_PAUSE_MS = 150;

/**
 * Types a text into whatever has the focus.
 * @throws NoReply keys_held | unknown_key, with nothing sent | partly_typed
 */
export async function typeText(
  connection: Connection,
  hands: Hands,
  lending: Lending,
  text: string,
): Promise<Typed> {
  const state = await keyboardNow(connection);
  const keymap = withoutLent(state.keymap, lending);
  const spare = spareKeycodes(keymap);
  const order = [...spare.filter((one) => !lending.lent.has(one)), ...lending.lent.keys()];
  const plan = planTyping(text, { keymap, group: state.group, spare: order, lent: lending.lent });
  if (plan === null) {
    throw new NoReply('unknown_key', 'This keyboard has no key left for such characters.', 'Set the value.');
  }
  const window = await activeWindow(connection);
  let typed: Typed = 'handled';
  for (const [n, batch] of plan.batches.entries()) {
    if (n > 0 && (typed === 'sent' || (await activeWindow(connection)) !== window)) throw partlyTyped();
    await lend(connection, lending, batch.lend);
    await pressStrokes(hands, { ...state, keymap }, batch.strokes);
    typed = await taken(connection, window, n < plan.batches.length - 1);
  }
  return typed;
}

/** Has the lent keys write nothing again. */
export async function giveBack(connection: Connection, { lent }: Lending): Promise<void> {
  await Promise.all([...lent.keys()].map((keycode) => change(connection, keycode, 0)));
  lent.clear();
}

async function lend(connection: Connection, { lent }: Lending, batch: Batch['lend']): Promise<void> {
  for (const [keycode, keysym] of batch) {
    lent.delete(keycode);
    lent.set(keycode, keysym);
  }
  await Promise.all([...batch].map(([keycode, keysym]) => change(connection, keycode, keysym)));
}

/** Twice, with and without shift: a key with one meaning alone would get the capital for the second. */
function change({ client, ask }: Connection, keycode: number, keysym: number): Promise<void> {
  return ask<void>((done) => client.ChangeKeyboardMapping(keycode, 2, [keysym, keysym], done));
}

async function taken(connection: Connection, window: number | null, more: boolean): Promise<Typed> {
  const answer = window === null ? 'mute' : await untilHandled(connection, window, HANDLED_LIMIT_MS);
  if (answer !== 'mute') return answer === 'answered' ? 'handled' : 'sent';
  if (!more) return 'sent';
  await new Promise((resolve) => setTimeout(resolve, MUTE_PAUSE_MS));
  return 'handled';
}

/** What we lent ourselves is no key of the layout. A new layout, or another program, takes what is lent away. */
function withoutLent({ first, rows }: Keymap, { lent }: Lending): Keymap {
  for (const [keycode, keysym] of lent) {
    if (rows[keycode - first]?.[0] !== keysym) lent.delete(keycode);
  }
  return { first, rows: rows.map((row, n) => (lent.has(first + n) ? row.map(() => 0) : row)) };
}

function partlyTyped(): NoReply {
  return new NoReply(
    'partly_typed',
    'Only a part of the text was typed: the window hung, or another one became active.',
    'Take a snapshot to see how much arrived. Do not type all of it again.',
  );
}

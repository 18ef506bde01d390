import type { Connection } from './connection';
import { NoReply } from './failure';
import type { Hands } from './hands';
import { type Keymap, keycodeOf, type Stroke, strokeFor } from './keymap';
import { CAPS_LOCK, type Chord, SHIFT } from './keysyms';

/** Bits of a key mask. Num Lock changes nothing that we press. */
const LOCK = 2;
const HELD = 1 | 4 | 8 | 64 | 128;

/** The keyboard as it is at this moment. */
export interface KeyboardState {
  readonly keymap: Keymap;
  /** The layout in use, from 0. */
  readonly group: number;
  readonly capsLock: boolean;
}

/** @throws NoReply keys_held */
export async function keyboardNow(connection: Connection): Promise<KeyboardState> {
  const { client, root, keycodes, ask } = connection;
  const [rows, { keyMask }] = await Promise.all([
    ask<Keymap['rows']>((done) =>
      client.GetKeyboardMapping(keycodes.first, keycodes.last - keycodes.first + 1, done),
    ),
    ask<{ keyMask: number }>((done) => client.QueryPointer(root, done)),
  ]);
  if ((keyMask & HELD) !== 0) {
    throw new NoReply(
      'keys_held',
      'Somebody is holding down Shift, Control, Alt or Meta, so nothing was typed.',
      'Let the keyboard go, then do it again.',
    );
  }
  return {
    keymap: { first: keycodes.first, rows },
    group: (keyMask >> 13) & 3,
    capsLock: (keyMask & LOCK) !== 0,
  };
}

/** Presses a chord and lets all of it go again. All of it is one write, so nothing stays down if we are killed. */
export async function pressChord(hands: Hands, state: KeyboardState, { held, key }: Chord): Promise<void> {
  const stroke = strokeFor(state.keymap, key, state.group) ?? {
    keycode: codeOf(state.keymap, key),
    shift: false,
  };
  const needsShift = stroke.shift && !held.includes(SHIFT);
  const codes = [...(needsShift ? [SHIFT] : []), ...held].map((keysym) => codeOf(state.keymap, keysym));
  for (const keycode of codes) hands.key(keycode, true);
  hands.key(stroke.keycode, true);
  hands.key(stroke.keycode, false);
  for (const keycode of codes.toReversed()) hands.key(keycode, false);
  await hands.done();
}

/** Presses one key after the other, as if Caps Lock were off. */
export async function pressStrokes(
  hands: Hands,
  { keymap, capsLock }: KeyboardState,
  strokes: readonly Stroke[],
): Promise<void> {
  const shift = codeOf(keymap, SHIFT);
  const toggle = () => {
    const keycode = codeOf(keymap, CAPS_LOCK);
    hands.key(keycode, true);
    hands.key(keycode, false);
  };
  if (capsLock) toggle();
  for (const stroke of strokes) {
    if (stroke.shift) hands.key(shift, true);
    hands.key(stroke.keycode, true);
    hands.key(stroke.keycode, false);
    if (stroke.shift) hands.key(shift, false);
  }
  if (capsLock) toggle();
  await hands.done();
}

function codeOf(keymap: Keymap, keysym: number): number {
  const keycode = keycodeOf(keymap, keysym);
  if (keycode === null) {
    throw new NoReply('unknown_key', 'This keyboard layout has no such key.', 'Use another key.');
  }
  return keycode;
}

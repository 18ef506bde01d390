import { eventFlags } from '../declarations/events';
import { characterKeys, namedKeys } from '../declarations/key-codes';

/** A modifier as it is pressed: its own key, and the flag that it sets. */
export interface Modifier {
  readonly code: number;
  readonly flag: number;
}

const modifiers: Readonly<Record<string, Modifier>> = {
  Meta: { code: 0x37, flag: eventFlags.Command },
  Shift: { code: 0x38, flag: eventFlags.Shift },
  Alt: { code: 0x3a, flag: eventFlags.Option },
  Control: { code: 0x3b, flag: eventFlags.Control },
};

export interface Chord {
  readonly modifiers: readonly Modifier[];
  readonly code: number;
  /** What the key types by itself, for a key that types. */
  readonly character: string | null;
}

/** Names as in the DOM's `KeyboardEvent.key`, modifiers first: `Meta+a`, `Shift+Tab`, `Meta++`. @returns null for no chord */
export function parseChord(text: string): Chord | null {
  const last = text.endsWith('++') ? '+' : (text.split('+').at(-1) ?? '');
  const key = text === '+' ? '+' : last;
  const before = text.slice(0, text.length - key.length).replace(/\+$/, '');
  const names = before === '' ? [] : before.split('+');
  const held = names.map((name) => modifiers[name]);
  if (new Set(names).size < names.length) return null;
  const known = held.filter((modifier) => modifier !== undefined);
  const found = keyOf(key);
  if (found === null || known.length < held.length) return null;
  const withShift =
    found.isShifted && !names.includes('Shift') ? [...known, modifiers['Shift'] as Modifier] : known;
  const { character: plain } = found;
  const character = plain !== null && names.includes('Shift') ? shifted(plain) : plain;
  return { modifiers: withShift, code: found.code, character };
}

interface Key {
  readonly code: number;
  readonly character: string | null;
  readonly isShifted: boolean;
}

function keyOf(key: string): Key | null {
  const named: number | undefined = (namedKeys as Record<string, number>)[key];
  if (named !== undefined) return { code: named, character: null, isShifted: false };
  const plain = shiftedKeys[key] ?? (key === 'Space' ? ' ' : key.toLowerCase());
  const code: number | undefined = (characterKeys as Record<string, number>)[plain];
  if (code === undefined) return null;
  const isShifted = key !== 'Space' && plain !== key;
  return { code, character: key === 'Space' ? ' ' : key, isShifted };
}

/** On the ANSI keyboard. */
const shiftedKeys: Readonly<Record<string, string>> = {
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0',
  _: '-',
  '+': '=',
  '{': '[',
  '}': ']',
  '|': '\\',
  ':': ';',
  '"': "'",
  '<': ',',
  '>': '.',
  '?': '/',
  '~': '`',
};

function shifted(character: string): string {
  const symbol = Object.entries(shiftedKeys).find(([, plain]) => plain === character);
  return symbol?.[0] ?? character.toUpperCase();
}

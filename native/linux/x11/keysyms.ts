/** X11's names for keys, as in keysymdef.h, by the name that a DOM `KeyboardEvent.key` has. */
const named = new Map(
  Object.entries({
    Backspace: 0xff08,
    Tab: 0xff09,
    Enter: 0xff0d,
    Pause: 0xff13,
    ScrollLock: 0xff14,
    Escape: 0xff1b,
    Home: 0xff50,
    ArrowLeft: 0xff51,
    ArrowUp: 0xff52,
    ArrowRight: 0xff53,
    ArrowDown: 0xff54,
    PageUp: 0xff55,
    PageDown: 0xff56,
    End: 0xff57,
    PrintScreen: 0xff61,
    Insert: 0xff63,
    ContextMenu: 0xff67,
    NumLock: 0xff7f,
    CapsLock: 0xffe5,
    Delete: 0xffff,
    /** To the next layout, where one of the keys does that. */
    GroupNext: 0xfe08,
    Space: 0x20,
    Plus: 0x2b,
  }),
);

export const SHIFT = 0xffe1;
export const CAPS_LOCK = 0xffe5;

const modifiers = new Map(
  Object.entries({
    Shift: SHIFT,
    Control: 0xffe3,
    Alt: 0xffe9,
    /** Super, which Linux programs report as Meta. */
    Meta: 0xffeb,
    AltGraph: 0xfe03,
  }),
);

/** Keys held down, then one pressed. */
export interface Chord {
  /** Keysyms, in the order in which they go down. */
  readonly held: readonly number[];
  readonly key: number;
}

/** A chord such as `Control+Shift+a`, `Escape` or `Control++`; null where it names no key. */
export function parseChord(chord: string): Chord | null {
  const parts = chord === '+' ? ['Plus'] : chord.replace(/\+\+$/, '+Plus').split('+');
  const name = parts.pop() ?? '';
  const held = parts.map((part) => modifiers.get(part));
  const key = keyNamed(name);
  return key === null || held.includes(undefined)
    ? null
    : { held: held.filter((one) => one !== undefined), key };
}

/** What a character is typed with. X11 has numbers of its own for control characters alone. */
export function keysymOf(character: string): number {
  if (character === '\n') return 0xff0d;
  if (character === '\t') return 0xff09;
  const code = character.codePointAt(0) ?? 0;
  const isLatin1 = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff);
  return isLatin1 ? code : 0x100_0000 + code;
}

/** Whether a keyboard could write this text: everything but control characters and halves of characters. */
export function canBeTyped(text: string): boolean {
  return /^[\n\t\P{C}\p{Cf}\p{Co}\p{Cn}]*$/u.test(text);
}

function keyNamed(name: string): number | null {
  const functionKey = /^F([1-9]|1\d|2[0-4])$/.exec(name)?.[1];
  if (functionKey !== undefined) return 0xffbd + Number(functionKey);
  if (/^[\P{C}]$/u.test(name)) return keysymOf(name);
  return named.get(name) ?? modifiers.get(name) ?? null;
}

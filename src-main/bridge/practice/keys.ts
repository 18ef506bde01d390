/** One key as Chromium's input domain wants it. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  /** Bits: Alt 1, Control 2, Meta 4, Shift 8. */
  readonly modifiers: number;
  /** What the key writes; empty where it writes nothing. */
  readonly text: string;
  /** Editing commands that macOS would derive from the chord by itself. */
  readonly commands: readonly string[];
}

const modifierBits: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

interface NamedKey {
  readonly code: string;
  readonly vk: number;
  readonly text?: string;
}

const namedKeys: Readonly<Record<string, NamedKey>> = {
  Enter: { code: 'Enter', vk: 13, text: '\r' },
  Tab: { code: 'Tab', vk: 9 },
  Escape: { code: 'Escape', vk: 27 },
  Backspace: { code: 'Backspace', vk: 8 },
  Delete: { code: 'Delete', vk: 46 },
  Insert: { code: 'Insert', vk: 45 },
  Home: { code: 'Home', vk: 36 },
  End: { code: 'End', vk: 35 },
  PageUp: { code: 'PageUp', vk: 33 },
  PageDown: { code: 'PageDown', vk: 34 },
  ArrowLeft: { code: 'ArrowLeft', vk: 37 },
  ArrowUp: { code: 'ArrowUp', vk: 38 },
  ArrowRight: { code: 'ArrowRight', vk: 39 },
  ArrowDown: { code: 'ArrowDown', vk: 40 },
  Space: { code: 'Space', vk: 32, text: ' ' },
  ContextMenu: { code: 'ContextMenu', vk: 93 },
};

/** On a US keyboard. Others are typed as text without a place on the keyboard. */
const punctuation: Readonly<Record<string, readonly [code: string, vk: number]>> = {
  '-': ['Minus', 189],
  _: ['Minus', 189],
  '=': ['Equal', 187],
  '+': ['Equal', 187],
  ',': ['Comma', 188],
  '.': ['Period', 190],
  '/': ['Slash', 191],
  '?': ['Slash', 191],
  ';': ['Semicolon', 186],
  ':': ['Semicolon', 186],
  "'": ['Quote', 222],
  '"': ['Quote', 222],
  '[': ['BracketLeft', 219],
  ']': ['BracketRight', 221],
  '\\': ['Backslash', 220],
  '`': ['Backquote', 192],
};

const editing: Readonly<Record<string, string>> = {
  a: 'selectAll',
  c: 'copy',
  v: 'paste',
  x: 'cut',
  z: 'undo',
};

/** Named here, because fields are worked with them. */
export const backspace = writes('Backspace', { code: 'Backspace', vk: 8 }, 0);
export const arrowRight = writes('ArrowRight', { code: 'ArrowRight', vk: 39 }, 0);

/** A chord such as `Control+Shift+a`; null where it names no key. */
export function parseChord(chord: string): KeyPress | null {
  const parts = chord === '+' ? ['+'] : chord.replace(/\+\+$/, '+Plus').split('+');
  const named = parts.pop();
  if (named === undefined || named === '') return null;
  let modifiers = 0;
  for (const part of parts) {
    const bit = modifierBits[part];
    if (bit === undefined) return null;
    modifiers |= bit;
  }
  return keyPress(named === 'Plus' ? '+' : named, modifiers);
}

/** What a person would press to write this character. */
export function keysFor(character: string): KeyPress {
  if (character === '\n') return writes('Enter', { code: 'Enter', vk: 13, text: '\r' }, 0);
  if (character === '\t') return writes('Tab', { code: 'Tab', vk: 9 }, 0);
  const shift = /^[A-Z]$/.test(character) ? 8 : 0;
  return (
    keyPress(character, shift) ?? {
      key: character,
      code: '',
      windowsVirtualKeyCode: 0,
      modifiers: 0,
      text: character,
      commands: [],
    }
  );
}

function keyPress(name: string, modifiers: number): KeyPress | null {
  const key = namedKeys[name];
  if (key !== undefined) return writes(name === 'Space' ? ' ' : name, key, modifiers);
  const functionKey = /^F([1-9]|1[0-2])$/.exec(name)?.[1];
  if (functionKey !== undefined)
    return writes(name, { code: name, vk: 111 + Number(functionKey) }, modifiers);
  if (!/^.$/u.test(name)) return null;
  if (name === ' ') return writes(' ', { code: 'Space', vk: 32, text: ' ' }, modifiers);
  if (/^[a-zA-Z]$/.test(name)) {
    const upper = name.toUpperCase();
    return writes(name, { code: `Key${upper}`, vk: upper.charCodeAt(0), text: name }, modifiers);
  }
  if (/^\d$/.test(name))
    return writes(name, { code: `Digit${name}`, vk: name.charCodeAt(0), text: name }, modifiers);
  const [code, vk] = punctuation[name] ?? ['', 0];
  return writes(name, { code, vk, text: name }, modifiers);
}

/** A key writes nothing while Control, Alt or Meta is held. */
function writes(key: string, { code, vk, text = '' }: NamedKey, modifiers: number): KeyPress {
  const held = (modifiers & ~8) !== 0;
  const command = held && (modifiers & 6) !== 0 ? editing[key.toLowerCase()] : undefined;
  return {
    key,
    code,
    windowsVirtualKeyCode: vk,
    modifiers,
    text: held ? '' : text,
    commands: command === undefined ? [] : [command],
  };
}

import type { Node } from '../contract/accessibility';
import { type Language, languages } from './destructive-words';

/** Roles of what is pressed to have something done at once. */
const pressed: ReadonlySet<string> = new Set(['button', 'togglebutton', 'splitbutton', 'menuitem', 'link']);

interface Judge {
  readonly ofItself: RegExp;
  readonly wholeName: RegExp;
  /** Up to the verb: `Don't send`, `Do not delete`; `Cancel sending` is no verb of ours. */
  readonly takenBack: RegExp;
}

/** Languages share words and not what takes them back: `enviar` is Spanish and Portuguese. So they judge together. */
function judgeOf(alike: readonly Language[], edge: readonly [string, string], gap: string): Judge {
  const between = (inside: string) => `${edge[0]}${inside}${edge[1]}`;
  const either = anyOf(alike.flatMap(({ words }) => words));
  const before = anyOf(alike.flatMap((language) => language.before));
  const after = anyOf(alike.flatMap((language) => language.after));
  return {
    ofItself: new RegExp(between(either), 'u'),
    wholeName: new RegExp(`^${anyOf(alike.flatMap(({ wholeNames }) => wholeNames))}$`, 'u'),
    takenBack: new RegExp(
      `${between(`${before}(?: to)?${gap}${either}`)}|${between(`${either}${gap}${after}`)}`,
      'gu',
    ),
  };
}

const judges: readonly Judge[] = [
  judgeOf(
    languages.filter(({ spaced }) => spaced),
    [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`],
    ' ',
  ),
  judgeOf(
    languages.filter(({ spaced }) => !spaced),
    ['', ''],
    ' ?',
  ),
];

function anyOf(texts: readonly string[]): string {
  return `(?:${texts.join('|')})`;
}

/**
 * Whether an element's own words say that pressing it cannot be undone. The words of thirteen languages are
 * known, all at once, for a program need not speak the desktop's. When in doubt the answer is yes: one question too many is
 * cheaper than a message that has been sent. What only opens a menu does nothing yet.
 */
export function cannotBeUndone({ role, name, states }: Pick<Node, 'role' | 'name' | 'states'>): boolean {
  if (!pressed.has(role) || states.includes('collapsed') || states.includes('expanded')) return false;
  const plain = plainWords(name);
  return judges.some(
    ({ ofItself, wholeName, takenBack }) =>
      wholeName.test(plain) || ofItself.test(plain.replaceAll(takenBack, '')),
  );
}

/** Lower case, straight apostrophes, single spaces, no mnemonics, no dots that say that a dialog follows. */
function plainWords(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[_&]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?:\.\.\.|…)/g, '')
    .trim();
}

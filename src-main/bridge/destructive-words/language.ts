/** How a language says that something cannot be undone. Every text is part of a regular expression, in lower case. */
export interface Language {
  readonly name: string;
  /** Whether words stand apart, so that `sender` is not `send`. */
  readonly spaced: boolean;
  /** What says so wherever it stands in a name. */
  readonly words: readonly string[];
  /** What says so only where it is the whole name: elsewhere `Format` is a menu about fonts. */
  readonly wholeNames: readonly string[];
  /** What takes it back, standing before the word: `Don't send`, `Undo remove`. */
  readonly before: readonly string[];
  /** What takes it back, standing after the word. */
  readonly after: readonly string[];
}

interface Texts {
  readonly words: string;
  readonly wholeNames: string;
  readonly before?: string;
  readonly after?: string;
}

/** The verbs of buttons and menus, as the common desktops translate them. Texts stand between commas. */
export function spaced(name: string, texts: Texts): Language {
  return language(name, true, texts);
}

/** Here words do not stand apart. */
export function joined(name: string, texts: Texts): Language {
  return language(name, false, texts);
}

function language(
  name: string,
  isSpaced: boolean,
  { words, wholeNames, before = '', after = '' }: Texts,
): Language {
  const parts = {
    words: list(words),
    wholeNames: list(wholeNames),
    before: list(before),
    after: list(after),
  };
  return { name, spaced: isSpaced, ...parts };
}

function list(texts: string): readonly string[] {
  return texts === '' ? [] : texts.split(/,\s+/);
}

import { type Entry, textOf } from './conversation';

/** Where each occurrence of the words lies: indices of entries, ascending, one for each entry that has any. */
export function findIn(entries: readonly Entry[], words: string): number[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return entries.flatMap((entry, index) => (textOf(entry).toLowerCase().includes(wanted) ? index : []));
}

export interface TextPart {
  readonly text: string;
  readonly found: boolean;
  readonly at: number;
}

/** The text in pieces, so that what was found can be marked. Together they are the text. */
export function splitAt(text: string, words: string): TextPart[] {
  const wanted = words.trim().toLowerCase();
  const lower = text.toLowerCase();
  // Where lower-casing changes lengths, places would not fit: nothing is marked then.
  if (wanted === '' || lower.length !== text.length) return [{ text, found: false, at: 0 }];
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), found: false, at: from });
    parts.push({ text: text.slice(at, at + wanted.length), found: true, at });
    from = at + wanted.length;
  }
  if (from < text.length || parts.length === 0)
    parts.push({ text: text.slice(from), found: false, at: from });
  return parts;
}

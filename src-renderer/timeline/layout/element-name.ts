import { parseNodeLine } from '@contract/outline';
import type { Call, Turn } from '@contract/trace-model';

/** A ref is named by what a model has just read: further back is not looked. */
const turnsBack = 8;

/** The name of the element that a ref stands for, as an earlier result wrote it; null where none did, or it has no name. */
export function elementName(ref: string, turns: readonly Turn[], before: Call): string | null {
  const least = Math.max(0, before.turn - turnsBack);
  for (let at = before.turn - 1; at >= least; at -= 1) {
    const calls = turns[at]?.calls ?? [];
    for (const call of calls.toReversed()) {
      const line = lineWith(ref, call);
      if (line !== null) return line.name === '' ? line.role : line.name;
    }
  }
  return null;
}

function lineWith(ref: string, call: Call) {
  for (const block of call.ended?.content ?? []) {
    if (block.type !== 'text') continue;
    const line = lineAround(block.text, ref);
    const node = line === null ? null : parseNodeLine(line.replace(/^[+~>-] (?= *- )/, ''));
    if (node !== null) return node;
  }
  return null;
}

/** The line of a text in which a word stands; null where it stands in none. */
function lineAround(text: string, word: string): string | null {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const after = text.charAt(at + word.length);
    if (/\d/.test(after)) continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    return text.slice(start, end === -1 ? text.length : end);
  }
  return null;
}

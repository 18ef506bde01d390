import type { Ahead } from './ahead';
import type { Answer } from './answer';
import type { Item } from './cache';
import { type Known, tellsChildren } from './known';
import type { Line } from './line';
import { readListed } from './listed';
import { claimsWord, type Memory } from './memory';
import type { Reading } from './read-node';
import { identityOf, type Ref } from './ref';
import type { Source } from './source';
import { readUnlisted } from './unlisted';

/**
 * Asks only for what a survey does not tell, and what may be another than it was. Places, values and, where they are not certain,
 * children are remembered.
 *
 * @param ahead holds what was asked together with the survey
 * @param next is filled with what was read
 */
export function remembering(line: Line, known: Known, ahead: Ahead, next: Memory): Source {
  ahead.afterSurvey(known);
  const questions = { line, known, ahead };
  const remember = (ref: Ref, item: Item | null, reading: Answer<Reading>): Answer<Reading> => {
    if (!reading.ok || !reading.value.children.ok) return reading;
    const { seen, children } = reading.value;
    const claimed = item === null ? null : claimsWord(item, known.survey.claims(item.identity));
    const asksChildren =
      item !== null && known.habits.claims === 'unless_incomplete' && !tellsChildren(known, item);
    next.set(identityOf(ref), { ref, seen, children: children.value, claimed, asksChildren });
    return reading;
  };
  return (ref, around, within) => {
    const identity = identityOf(ref);
    const item = known.survey.item(identity);
    const before = known.memory.get(identity) ?? null;
    const reading =
      item === null || item.role === 'application'
        ? readUnlisted(line, known, ref, before, around, within)
        : readListed(questions, item, before, around, within);
    return reading instanceof Promise
      ? reading.then((late) => remember(ref, item, late))
      : remember(ref, item, reading);
  };
}

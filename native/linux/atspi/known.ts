import { type Answer, answer } from './answer';
import type { Item } from './cache';
import type { Journal } from './journal';
import { claimsWord, type Memory, type Remembered } from './memory';
import type { Reading } from './read-node';
import type { Ref } from './ref';
import { sameStates } from './states';
import { isComplete, type Survey } from './survey';
import type { Habits } from './toolkit';

/** All that a reading after the first one knows before it asks for single elements. */
export interface Known {
  readonly survey: Survey;
  readonly habits: Habits;
  /** As of the last reading; empty for a first one. */
  readonly memory: Memory;
  /** What was told since then. */
  readonly journal: Journal;
  /** Whether an element that the survey does not list may be another than it was. */
  readonly doubts: (identity: string) => boolean;
  /** Where the walk begins, already read. */
  readonly root: { readonly ref: Ref; readonly reading: Answer<Reading> };
}

/** Whether the survey alone tells the children of an element. */
export function tellsChildren({ survey, habits }: Pick<Known, 'survey' | 'habits'>, item: Item): boolean {
  if (item.childCount === 0) return true;
  return habits.claims === 'unless_incomplete' && isComplete(item, survey.claims(item.identity));
}

/** null where they have to be asked for. */
export function knownChildren(
  item: Item,
  before: Remembered | null,
  known: Known,
): Answer<readonly Ref[]> | null {
  const { survey, habits, journal } = known;
  const claims = survey.claims(item.identity);
  const [first] = claims;
  if (item.childCount === 0) return answer([]);
  const told = tellsChildren(known, item);
  if (told && first !== undefined && claims.length === 1) return answer([first.ref]);
  if (before === null || journal.children.has(item.identity) || isStirred(item, journal)) return null;
  if (habits.claims === 'unless_incomplete' && !told) return null;
  return before.claimed === claimsWord(item, claims) ? answer(before.children) : null;
}

/** Something was scrolled within, or one that does not list its children has told of anything. */
export function isStirred({ identity, childCount }: Item, journal: Journal): boolean {
  return journal.within.has(identity) || (childCount < 0 && journal.any.has(identity));
}

/** Whether an element stands where it stood by all that is known of itself; what is around it may have moved. */
export function seemsInPlace(item: Item, before: Remembered, { habits, journal }: Known): boolean {
  return (
    habits.tellsPlaces &&
    !habits.untoldPlaces.includes(item.role) &&
    sameStates(before.seen.states, item.states) &&
    !journal.extents.has(item.identity) &&
    !isStirred(item, journal)
  );
}

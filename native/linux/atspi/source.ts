import { getChildren } from './accessible';
import { type Answer, answer, trouble } from './answer';
import type { Item } from './cache';
import type { Rect } from './component';
import type { Journal } from './journal';
import type { Line, Patience } from './line';
import { claimsWord, type Memory, type Remembered } from './memory';
import { type Movement, type Reading, readExtents, readNode, seenAs } from './read-node';
import { readValue, valueKind } from './read-value';
import { identityOf, type Ref } from './ref';
import { hasState, type States } from './states';
import { isComplete, type Survey } from './survey';
import type { Habits } from './toolkit';

/** What is known of an element from those around it. */
export interface Surroundings {
  /** Whether an element around it is a password. */
  readonly secret: boolean;
  /** Of what is around it. */
  readonly movement: Movement;
}

/** Where a walk has elements from. */
export type Source = (ref: Ref, around: Surroundings, patience: Patience) => Promise<Answer<Reading>>;

export function oneByOne(line: Line): Source {
  return (ref, { secret }, patience) => readNode(line, ref, secret, patience);
}

export interface Known {
  readonly survey: Survey;
  readonly habits: Habits;
  /** As of the last reading; empty for a first one. */
  readonly memory: Memory;
  /** What was told since then. */
  readonly journal: Journal;
  /** Where the walk begins, already read. */
  readonly root: { readonly ref: Ref; readonly reading: Answer<Reading> };
}

/**
 * Asks only for what a survey does not tell, and what may be another than it was. What an element is comes from the survey, and so
 * is always of now. Its place, its value and, where they are not certain, its children are remembered.
 *
 * @param next is filled with what was read
 */
export function remembering(line: Line, known: Known, next: Memory, patience: Patience): Source {
  const read = reader(line, known, askAhead(line, known, patience));
  return async (ref, around, within) => {
    const identity = identityOf(ref);
    const item = known.survey.item(identity);
    const before = known.memory.get(identity) ?? null;
    const reading =
      item === null || item.role === 'application'
        ? await unlisted(line, known, ref, before, around, within)
        : await read(item, before, around, within);
    if (reading.ok && reading.value.children.ok) {
      const claimed = item === null ? null : claimsWord(item, known.survey.claims(identity));
      next.set(identity, { seen: reading.value.seen, children: reading.value.children.value, claimed });
    }
    return reading;
  };
}

function reader(line: Line, known: Known, ahead: ReadonlyMap<string, Promise<Answer<readonly Ref[]>>>) {
  const { habits, journal } = known;
  return async (
    item: Item,
    before: Remembered | null,
    { secret, movement: around }: Surroundings,
    patience: Patience,
  ): Promise<Answer<Reading>> => {
    const { ref, identity } = item;
    if (item.role === 'invalid' || hasState(item.states, 'defunct'))
      return trouble('gone', `${identity} is defunct.`);
    const stirred = isStirred(item, journal);
    const kind = valueKind(item, secret);
    const sameKind = before !== null && valueKind(before.seen, secret) === kind;
    const told = kind === 'number' ? habits.tellsNumbers : true;
    const inPlace =
      before !== null &&
      habits.tellsPlaces &&
      around === 'stayed' &&
      sameStates(before.seen.states, item.states) &&
      !journal.extents.has(identity) &&
      !stirred;
    const [children, extents, value] = await Promise.all([
      knownChildren(item, before, known) ?? ahead.get(identity) ?? line.ask(ref, getChildren, patience),
      inPlace ? answer(before.seen.extents) : readExtents(line, ref, item, patience),
      sameKind && told && !journal.value.has(identity)
        ? answer(before.seen.value)
        : readValue(line, ref, kind, patience),
    ]);
    const seen = seenAs(item, extents, value);
    const same = before !== null && sameRect(before.seen.extents, seen.extents);
    const movement = stirred || around === 'scrolled' ? 'scrolled' : same ? 'stayed' : 'moved';
    return answer({ seen, children, movement });
  };
}

/** null where they have to be asked for. */
function knownChildren(
  item: Item,
  before: Remembered | null,
  { survey, habits, journal }: Known,
): Answer<readonly Ref[]> | null {
  const { identity, childCount } = item;
  const claims = survey.claims(identity);
  const [first] = claims;
  if (childCount === 0) return answer([]);
  const complete = habits.claims === 'unless_incomplete' && isComplete(item, claims);
  if (complete && first !== undefined && claims.length === 1) return answer([first.ref]);
  if (before === null || journal.children.has(identity) || isStirred(item, journal)) return null;
  if (habits.claims === 'unless_incomplete' && !complete) return null;
  return before.claimed === claimsWord(item, claims) ? answer(before.children) : null;
}

/** Where children have to be asked for is known before the walk gets there, and level by level would take as many answers. */
function askAhead(
  line: Line,
  known: Known,
  patience: Patience,
): ReadonlyMap<string, Promise<Answer<readonly Ref[]>>> {
  const ahead = new Map<string, Promise<Answer<readonly Ref[]>>>();
  for (const [identity, before] of known.memory) {
    const item = known.survey.item(identity);
    if (item === null || item.role === 'application') continue;
    if (knownChildren(item, before, known) === null)
      ahead.set(identity, line.ask(item.ref, getChildren, patience));
  }
  return ahead;
}

/** Something was scrolled within, or one that does not list its children has told of anything. */
function isStirred({ identity, childCount }: Item, journal: Journal): boolean {
  return journal.within.has(identity) || (childCount < 0 && journal.any.has(identity));
}

async function unlisted(
  line: Line,
  { habits, journal, root }: Known,
  ref: Ref,
  before: Remembered | null,
  { secret, movement: around }: Surroundings,
  patience: Patience,
): Promise<Answer<Reading>> {
  const isRoot = identityOf(root.ref) === identityOf(ref);
  const isScrolled = around === 'scrolled' || journal.within.has(identityOf(ref));
  const isCertain = habits.tellsPlaces && around === 'stayed' && !isScrolled && !journal.unlisted;
  if (!isRoot && before?.claimed === null && isCertain)
    return answer({ seen: before.seen, children: answer(before.children), movement: 'stayed' });
  const reading = isRoot ? root.reading : await readNode(line, ref, secret, patience);
  if (!reading.ok) return reading;
  const same = before !== null && sameRect(before.seen.extents, reading.value.seen.extents);
  // A window that is moved tells nothing of it.
  const moves = reading.value.seen.role === 'application';
  const movement = isScrolled ? 'scrolled' : moves || !same ? 'moved' : 'stayed';
  return answer({ ...reading.value, movement });
}

function sameStates(one: States, other: States): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function sameRect(one: Rect | null, other: Rect | null): boolean {
  if (one === null || other === null) return one === other;
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

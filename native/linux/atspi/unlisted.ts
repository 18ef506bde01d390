import { type Answer, answer } from './answer';
import { sameRect } from './component';
import type { Known } from './known';
import type { Line, Patience } from './line';
import type { Remembered } from './memory';
import { type Reading, readNode } from './read-node';
import { identityOf, type Ref } from './ref';
import type { Surroundings } from './source';

/** An element that the survey does not list: asked as in a walk, unless nothing can have happened to it. */
export function readUnlisted(
  line: Line,
  { habits, journal, doubts, root }: Known,
  ref: Ref,
  before: Remembered | null,
  { secret, movement: around }: Surroundings,
  patience: Patience,
): Answer<Reading> | Promise<Answer<Reading>> {
  const identity = identityOf(ref);
  const isRoot = identityOf(root.ref) === identity;
  const isScrolled = around === 'scrolled' || journal.within.has(identity);
  const isCertain = habits.tellsPlaces && around === 'stayed' && !isScrolled && !doubts(identity);
  if (!isRoot && before?.claimed === null && isCertain)
    return answer({ seen: before.seen, children: answer(before.children), movement: 'stayed' });
  const judge = (reading: Answer<Reading>): Answer<Reading> => {
    if (!reading.ok) return reading;
    const stayed = before !== null && sameRect(before.seen.extents, reading.value.seen.extents);
    // A window that is moved tells nothing of it.
    const moves = reading.value.seen.role === 'application';
    const movement = isScrolled ? 'scrolled' : moves || !stayed ? 'moved' : 'stayed';
    return answer({ ...reading.value, movement });
  };
  return isRoot ? judge(root.reading) : readNode(line, ref, secret, patience).then(judge);
}

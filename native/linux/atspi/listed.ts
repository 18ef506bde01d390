import { getChildren } from './accessible';
import type { Ahead } from './ahead';
import { type Answer, answer, trouble } from './answer';
import type { Item } from './cache';
import { type Rect, sameRect } from './component';
import { isStirred, type Known, knownChildren, seemsInPlace } from './known';
import type { Line, Patience } from './line';
import type { Remembered } from './memory';
import type { RawValue } from './raw-tree';
import { type Movement, type Reading, readExtents, seenAs } from './read-node';
import { readValue, valueKind } from './read-value';
import type { Ref } from './ref';
import type { Surroundings } from './source';
import { hasState } from './states';

type Children = Answer<readonly Ref[]>;
type Extents = Answer<Rect | null>;
type Value = Answer<RawValue | null>;

export interface Questions {
  readonly line: Line;
  readonly known: Known;
  readonly ahead: Ahead;
}

/** An element that the survey lists: what it is comes from there, and so is always of now. */
export function readListed(
  { line, known, ahead }: Questions,
  item: Item,
  before: Remembered | null,
  around: Surroundings,
  patience: Patience,
): Answer<Reading> | Promise<Answer<Reading>> {
  const { ref, identity } = item;
  if (item.role === 'invalid' || hasState(item.states, 'defunct'))
    return trouble('gone', `${identity} is defunct.`);
  const children = () =>
    knownChildren(item, before, known) ??
    ahead.children.get(identity) ??
    line.ask(ref, getChildren, patience);
  const extents = () => {
    if (before !== null && around.movement === 'stayed' && seemsInPlace(item, before, known))
      return answer(before.seen.extents);
    return ahead.extents.get(identity) ?? readExtents(line, ref, item, patience);
  };
  const value = () => {
    const kind = valueKind(item, around.secret);
    if (before !== null && valueKind(before.seen, around.secret) === kind && isTold(known, identity, kind))
      return answer(before.seen.value);
    const asked = before?.seen.value?.kind === kind ? ahead.values.get(identity) : undefined;
    return asked ?? readValue(line, ref, kind, patience);
  };
  const read = (childrenNow: Children, extentsNow: Extents, valueNow: Value) => {
    const seen = seenAs(item, extentsNow, valueNow);
    const isScrolled = isStirred(item, known.journal) || around.movement === 'scrolled';
    const stayed = before !== null && sameRect(before.seen.extents, seen.extents);
    const movement: Movement = isScrolled ? 'scrolled' : stayed ? 'stayed' : 'moved';
    return answer({ seen, children: childrenNow, movement });
  };
  const [first, second, third] = [children(), extents(), value()];
  if (first instanceof Promise || second instanceof Promise || third instanceof Promise)
    return Promise.all([first, second, third]).then((all) => read(...all));
  return read(first, second, third);
}

/** Whether a value of this kind would have been told of, had it changed, and was not. */
function isTold({ habits, journal }: Known, identity: string, kind: ReturnType<typeof valueKind>): boolean {
  return (kind !== 'number' || habits.tellsNumbers) && !journal.value.has(identity);
}

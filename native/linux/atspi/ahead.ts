import { getChildren } from './accessible';
import type { Answer } from './answer';
import type { Rect } from './component';
import type { Told } from './journal';
import { type Known, knownChildren, seemsInPlace } from './known';
import type { Line, Patience } from './line';
import type { Memory, Remembered } from './memory';
import type { RawValue } from './raw-tree';
import { readExtents } from './read-node';
import { readValue } from './read-value';
import { identityOf, type Ref } from './ref';
import type { Habits } from './toolkit';

/**
 * Questions that are sent together, and each once, by whom they are about. The answers come while others are being read, where level
 * by level would take as many times as there are levels.
 */
export class Ahead {
  readonly children = new Map<string, Promise<Answer<readonly Ref[]>>>();
  readonly extents = new Map<string, Promise<Answer<Rect | null>>>();
  readonly values = new Map<string, Promise<Answer<RawValue | null>>>();
  readonly #within = new Set<string>();
  readonly #line: Line;
  readonly #patience: Patience;

  constructor(line: Line, patience: Patience) {
    this.#line = line;
    this.#patience = patience;
  }

  /**
   * What has to be asked whatever the survey will tell, for the same breath with the question for it: the answers are later than the
   * survey, and than all that the program told before it.
   */
  withSurvey(memory: Memory, habits: Habits, told: Told): void {
    for (const [identity, before] of memory) {
      const { seen } = before;
      if (before.asksChildren || told.children.has(identity)) this.#askChildren(identity, before.ref);
      const isUntold = habits.untoldPlaces.includes(seen.role);
      if (isUntold || told.extents.has(identity) || told.states.has(identity))
        this.#askExtents(identity, before);
      if (seen.role === 'application') this.#askExtentsOfAll(memory, before.children);
      if (told.within.has(identity)) this.#askExtentsWithin(memory, identity);
      if (seen.value !== null && (told.value.has(identity) || isUntoldValue(seen.value, habits)))
        this.values.set(identity, readValue(this.#line, before.ref, seen.value.kind, this.#patience));
    }
  }

  /** What else has to be asked by what the survey tells. */
  afterSurvey(known: Known): void {
    for (const [identity, before] of known.memory) {
      const item = known.survey.item(identity);
      if (item === null || item.role === 'application') continue;
      if (knownChildren(item, before, known) === null) this.#askChildren(identity, before.ref);
      if (known.habits.tellsPlaces && !seemsInPlace(item, before, known)) this.#askExtents(identity, before);
    }
  }

  #askChildren(identity: string, ref: Ref): void {
    if (!this.children.has(identity))
      this.children.set(identity, this.#line.ask(ref, getChildren, this.#patience));
  }

  #askExtents(identity: string, { ref, seen }: Remembered): void {
    if (!this.extents.has(identity))
      this.extents.set(identity, readExtents(this.#line, ref, seen, this.#patience));
  }

  #askExtentsOfAll(memory: Memory, some: readonly Ref[]): void {
    for (const identity of some.map(identityOf)) {
      const before = memory.get(identity);
      if (before !== undefined) this.#askExtents(identity, before);
    }
  }

  #askExtentsWithin(memory: Memory, identity: string): void {
    const before = memory.get(identity);
    // A program may name one that is around as one that is within.
    if (before === undefined || this.#within.has(identity)) return;
    this.#within.add(identity);
    this.#askExtents(identity, before);
    for (const child of before.children) this.#askExtentsWithin(memory, identityOf(child));
  }
}

function isUntoldValue(value: RawValue, habits: Habits): boolean {
  return value.kind === 'number' && !habits.tellsNumbers;
}

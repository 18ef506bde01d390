import type { Answer } from './answer';
import type { Application } from './applications';
import { Journalist } from './journal';
import type { Line, Patience } from './line';
import type { Listening } from './listen';
import type { Memory } from './memory';
import type { Budget, RawTree } from './raw-tree';
import { readNode } from './read-node';
import { identityOf, type Ref } from './ref';
import { remembering } from './source';
import { takeSurvey } from './survey';
import { habitsOf } from './toolkit';
import { getCurrentValue } from './value';
import { walk, walkWith } from './walk';

/** A program whose tree is read again and again, for no more than what has changed. */
export interface Following {
  /** The same tree as `walk` would read, in a fraction of the calls. One at a time. */
  read(from: Ref, budget: Budget, patience: Patience): Promise<Answer<RawTree>>;
  stop(): void;
}

export function follow(
  line: Line,
  app: Pick<Application, 'bus' | 'toolkit'>,
  listening: Listening,
): Following {
  const habits = habitsOf(app.toolkit);
  const journalist = new Journalist();
  const stop = listening.onEvent(app.bus, (event) => journalist.write(event));
  let memory: Memory = new Map();
  return {
    stop,
    async read(from, budget, patience) {
      const began = performance.now();
      const before = memory;
      memory = new Map();
      if (!habits.surveys) return walk(line, from, budget, patience);
      const [survey, reading] = await Promise.all([
        takeSurvey(line, app.bus, patience),
        readNode(line, from, false, patience),
      ]);
      if (!survey.ok) {
        if (survey.trouble.kind === 'unsupported') return walk(line, from, budget, patience);
        return survey;
      }
      // What the program told before it answered has arrived before its answer.
      const journal = journalist.take(survey.value);
      const scrolled = habits.tellsNumbers ? [] : await scrolledUntold(line, before, patience);
      const next: Memory = new Map();
      const known = {
        survey: survey.value,
        habits,
        journal: { ...journal, within: new Set([...journal.within, ...scrolled]) },
        memory: journal.overflowed ? new Map() : before,
        root: { ref: from, reading },
      };
      const left = { ...budget, milliseconds: budget.milliseconds - (performance.now() - began) };
      const tree = await walkWith(remembering(line, known, next, patience), from, left, patience);
      if (tree.ok) memory = next;
      return tree;
    },
  };
}

/** What scroll bars scroll, where they stand elsewhere than when they were read last. */
async function scrolledUntold(line: Line, before: Memory, patience: Patience): Promise<readonly string[]> {
  const scrolled = await Promise.all(
    [...before].map(async ([parent, { children }]) => {
      const numbers = children.flatMap((ref) => numbersOfBar(before, ref));
      const now = await Promise.all(numbers.map(({ ref }) => line.ask(ref, getCurrentValue, patience)));
      const stays = now.every((number, at) => number.ok && number.value === numbers[at]?.stood);
      return stays ? [] : [parent];
    }),
  );
  return scrolled.flat();
}

/** GTK 4 has the number of a scroll bar in a part of it. Empty where the element is no scroll bar. */
function numbersOfBar(
  before: Memory,
  bar: Ref,
): ReadonlyArray<{ readonly ref: Ref; readonly stood: number }> {
  const known = before.get(identityOf(bar));
  if (known?.seen.role !== 'scroll_bar') return [];
  return [bar, ...known.children].flatMap((ref) => {
    const value = before.get(identityOf(ref))?.seen.value;
    return value?.kind === 'number' ? [{ ref, stood: value.number }] : [];
  });
}

import { Ahead } from './ahead';
import type { Answer } from './answer';
import type { Application } from './applications';
import { Journalist } from './journal';
import type { Line, Patience } from './line';
import type { Listening } from './listen';
import { doubtsOf, type Memory } from './memory';
import type { Budget, RawTree } from './raw-tree';
import { type Reading, readNode, readNodeAgain } from './read-node';
import { valueKind } from './read-value';
import { identityOf, type Ref } from './ref';
import { remembering } from './remembering';
import { takeSurvey } from './survey';
import { habitsOf } from './toolkit';
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
      const surveying = takeSurvey(line, app.bus, patience);
      const ahead = new Ahead(line, patience);
      ahead.withSurvey(before, habits, journalist.turn());
      const [survey, reading, scrolled] = await Promise.all([
        surveying,
        readRoot(line, from, before, patience),
        scrolledUntold(before, ahead.values),
      ]);
      if (!survey.ok) {
        if (survey.trouble.kind === 'unsupported') return walk(line, from, budget, patience);
        return survey;
      }
      // What the program told before it answered has arrived before its answer; what it told since counts for the next reading too.
      const journal = journalist.take(survey.value);
      const next: Memory = new Map();
      const known = {
        survey: survey.value,
        habits,
        journal: { ...journal, within: new Set([...journal.within, ...scrolled]) },
        memory: journal.overflowed ? new Map() : before,
        doubts: doubtsOf(journal.unlisted, before),
        root: { ref: from, reading },
      };
      const left = { ...budget, milliseconds: budget.milliseconds - (performance.now() - began) };
      const tree = await walkWith(remembering(line, known, ahead, next), from, left, patience);
      if (tree.ok) memory = next;
      return tree;
    },
  };
}

function readRoot(line: Line, from: Ref, before: Memory, patience: Patience): Promise<Answer<Reading>> {
  const known = before.get(identityOf(from));
  if (known === undefined || valueKind(known.seen, false) !== null)
    return readNode(line, from, false, patience);
  return readNodeAgain(line, from, known.seen, patience);
}

/** What scroll bars scroll, where they stand elsewhere than when they were read last. */
async function scrolledUntold(before: Memory, values: Ahead['values']): Promise<readonly string[]> {
  const scrolled = await Promise.all(
    [...before].map(async ([parent, { children }]) => {
      const bars = children.flatMap((ref) => numbersOfBar(before, ref));
      const moved = await Promise.all(bars.map((identity) => differs(before, values, identity)));
      return moved.includes(true) ? [parent] : [];
    }),
  );
  return scrolled.flat();
}

async function differs(before: Memory, values: Ahead['values'], identity: string): Promise<boolean> {
  const now = await values.get(identity);
  const stood = before.get(identity)?.seen.value;
  if (now === undefined || stood?.kind !== 'number') return false;
  return !now.ok || now.value?.kind !== 'number' || now.value.number !== stood.number;
}

/** GTK 4 has the number of a scroll bar in a part of it. Empty where the element is no scroll bar. */
function numbersOfBar(before: Memory, bar: Ref): readonly string[] {
  const known = before.get(identityOf(bar));
  return known?.seen.role === 'scroll_bar' ? [bar, ...known.children].map(identityOf) : [];
}

import { type Answer, answer, trouble } from './answer';
import { type Branch, branch, flatten, leaveHole } from './branch';
import type { Line, Patience } from './line';
import type { Budget, RawTree } from './raw-tree';
import type { Reading } from './read-node';
import { isSecret } from './read-value';
import { identityOf, type Ref } from './ref';
import { oneByOne, type Source } from './source';

/** Elements that are being read at a time: enough to keep a program busy, few enough to stop soon. */
const atOnce = 256;

/**
 * Reads a tree from an element down, many elements at a time. Extents are as the program gives them: see `place`. Fails where the
 * element itself cannot be read; what else cannot be is a hole.
 *
 * @param patience.limitMs for each call; the budget has that for the whole
 */
export function walk(line: Line, from: Ref, budget: Budget, patience: Patience): Promise<Answer<RawTree>> {
  return walkWith(oneByOne(line), from, budget, patience);
}

/** As `walk`, with elements from elsewhere. */
export async function walkWith(
  source: Source,
  from: Ref,
  budget: Budget,
  patience: Patience,
): Promise<Answer<RawTree>> {
  const root = branch(from, 0, { secret: false, movement: 'moved' });
  const read = await grow(source, root, budget, patience);
  return read.ok ? answer(flatten(root)) : read;
}

async function grow(
  source: Source,
  root: Branch,
  budget: Budget,
  { limitMs, signal }: Patience,
): Promise<Answer<null>> {
  const stop = new AbortController();
  const giveUp = () => stop.abort();
  const timer = setTimeout(giveUp, budget.milliseconds);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const growth = new Growth(source, budget, { limitMs, signal: AbortSignal.any([signal, stop.signal]) });
    const first = await growth.read(root);
    if (first.ok) await growth.readWaiting();
    if (signal.aborted) return trouble('cancelled', 'The walk was given up.');
    if (first.ok) return answer(null);
    return stop.signal.aborted ? trouble('timed_out', first.trouble.sentence) : first;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

interface Waiting {
  readonly at: Branch;
  readonly parent: Branch;
}

class Growth {
  readonly #source: Source;
  readonly #budget: Budget;
  readonly #patience: Patience;
  readonly #waiting: Waiting[] = [];
  readonly #seen = new Set<string>();
  #next = 0;
  #reading = 0;

  constructor(source: Source, budget: Budget, patience: Patience) {
    this.#source = source;
    this.#budget = budget;
    this.#patience = patience;
  }

  async read(at: Branch): Promise<Answer<Reading>> {
    this.#seen.add(identityOf(at.ref));
    const reading = await this.#source(at.ref, at.around, this.#patience);
    if (reading.ok) this.#take(at, reading.value);
    return reading;
  }

  #settle({ at, parent }: Waiting, reading: Answer<Reading>): void {
    if (reading.ok) this.#take(at, reading.value);
    else if (reading.trouble.kind !== 'gone')
      leaveHole(parent, reading.trouble.kind === 'cancelled' ? 'time_budget' : 'unreadable');
  }

  /** Resolves once nobody waits any more. Answers come in the order of the questions, and so does the tree. */
  readWaiting(): Promise<void> {
    return new Promise((resolve) => {
      const proceed = () => {
        while (this.#reading < atOnce && this.#next < this.#waiting.length) this.#start(proceed);
        if (this.#reading === 0) resolve();
      };
      proceed();
    });
  }

  #start(then: () => void): void {
    const first = this.#waiting[this.#next];
    this.#next += 1;
    if (first === undefined) return;
    const reading = this.#source(first.at.ref, first.at.around, this.#patience);
    if (!(reading instanceof Promise)) {
      this.#settle(first, reading);
      return;
    }
    this.#reading += 1;
    void reading.then((late) => {
      this.#reading -= 1;
      this.#settle(first, late);
      then();
    });
  }

  #take(at: Branch, { seen, children, movement }: Reading): void {
    Object.assign(at, { seen });
    if (!children.ok) {
      leaveHole(at, children.trouble.kind === 'cancelled' ? 'time_budget' : 'unreadable');
      return;
    }
    const fresh = children.value.filter((ref) => !this.#seen.has(identityOf(ref)));
    const within = this.#affordable(at, fresh);
    const around = { secret: at.around.secret || isSecret(seen.role), movement };
    Object.assign(at, { children: within.map((ref) => branch(ref, at.depth + 1, around)) });
    for (const child of at.children) {
      this.#seen.add(identityOf(child.ref));
      this.#waiting.push({ at: child, parent: at });
    }
  }

  #affordable(at: Branch, refs: readonly Ref[]): readonly Ref[] {
    if (refs.length === 0) return refs;
    if (at.depth >= this.#budget.depth) {
      leaveHole(at, 'depth_budget');
      return [];
    }
    const left = Math.max(0, this.#budget.nodes - this.#seen.size);
    if (refs.length > this.#budget.children) leaveHole(at, 'child_budget');
    const some = refs.slice(0, this.#budget.children);
    if (some.length > left) leaveHole(at, 'node_budget');
    return some.slice(0, left);
  }
}

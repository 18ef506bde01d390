import type { Answer } from './answer';
import { type Branch, branch, leaveHole } from './branch';
import type { Patience } from './line';
import type { Budget } from './raw-tree';
import type { Reading } from './read-node';
import { isSecret } from './read-value';
import { identityOf, type Ref } from './ref';
import type { Source } from './source';

/** Elements that are being read at a time: enough to keep a program busy, few enough to stop soon. */
const atOnce = 256;

interface Waiting {
  readonly at: Branch;
  readonly parent: Branch;
}

/**
 * Elements are read many at a time, and taken into the tree in the order in which they were met, whoever is answered first: what has
 * two parents, as an open popup menu of GTK 3 has, is always found with the same one.
 */
export class Growth {
  readonly #source: Source;
  readonly #budget: Budget;
  readonly #patience: Patience;
  readonly #waiting: Waiting[] = [];
  readonly #answers: Answer<Reading>[] = [];
  readonly #seen = new Set<string>();
  #asked = 0;
  #taken = 0;

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

  /** Resolves once nobody waits any more. */
  readWaiting(): Promise<void> {
    return new Promise((resolve) => {
      const proceed = () => {
        this.#takeAnswered();
        while (this.#asked < this.#waiting.length && this.#asked - this.#taken < atOnce) {
          this.#ask(this.#asked, proceed);
          this.#takeAnswered();
        }
        if (this.#taken === this.#waiting.length) resolve();
      };
      proceed();
    });
  }

  #ask(place: number, answered: () => void): void {
    const at = this.#waiting[place]?.at;
    this.#asked += 1;
    if (at === undefined) return;
    const reading = this.#source(at.ref, at.around, this.#patience);
    if (!(reading instanceof Promise)) {
      this.#answers[place] = reading;
      return;
    }
    void reading.then((late) => {
      this.#answers[place] = late;
      answered();
    });
  }

  #takeAnswered(): void {
    for (;;) {
      const [waiting, reading] = [this.#waiting[this.#taken], this.#answers[this.#taken]];
      if (waiting === undefined || reading === undefined) return;
      this.#taken += 1;
      if (reading.ok) this.#take(waiting.at, reading.value);
      else if (reading.trouble.kind !== 'gone')
        leaveHole(waiting.parent, reading.trouble.kind === 'cancelled' ? 'time_budget' : 'unreadable');
    }
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

import type { CFTypeRef } from '../declarations/refs';
import type { Ledger, Life } from './ledger';

/** Retains and releases; on a Mac the functions of Core Foundation. Neither is ever given NULL. */
export interface Counting {
  retain(ref: CFTypeRef): void;
  release(ref: CFTypeRef): void;
}

/** A reference was used that is no longer ours, or whose container is gone. A mistake in the code, so it is thrown. */
export class OwnershipBroken extends Error {
  override readonly name = 'OwnershipBroken';
}

/** A reference with a count of ours, as Create and Copy give it. It belongs to a scope, which releases it. */
export class Owned<out T extends CFTypeRef> {
  readonly #ref: T;
  readonly #life: Life;

  constructor(ref: T, life: Life) {
    this.#ref = ref;
    this.#life = life;
  }

  /** To be passed on at once, never kept. */
  get ref(): T {
    if (!this.#life.alive) throw new OwnershipBroken('A reference was used after it was released.');
    return this.#ref;
  }
}

/** A reference without a count of ours, as Get gives it: good for as long as what it was got from. */
export class Borrowed<out T extends CFTypeRef> {
  readonly #ref: T;
  readonly #container: Held<CFTypeRef> | null;

  /** @param container null for what is never released, such as a constant of a framework */
  constructor(ref: T, container: Held<CFTypeRef> | null) {
    this.#ref = ref;
    this.#container = container;
  }

  get ref(): T {
    if (this.#container !== null) void this.#container.ref;
    return this.#ref;
  }
}

export type Held<T extends CFTypeRef> = Owned<T> | Borrowed<T>;

/** Owns references, and releases each of them exactly once: at its end, or before where it is told to. */
export class Scope {
  readonly #counting: Counting;
  readonly #ledger: Ledger;
  readonly #lives = new Map<Owned<CFTypeRef>, Life>();
  #open = true;

  constructor(counting: Counting, ledger: Ledger) {
    this.#counting = counting;
    this.#ledger = ledger;
  }

  /** Takes on the count that came with what Create or Copy returned. */
  own<T extends CFTypeRef>(ref: T): Owned<T> {
    const life = { alive: true };
    const owned = new Owned(ref, life);
    if (!this.#open) {
      this.#counting.release(ref);
      throw new OwnershipBroken('A reference came to a scope that has ended.');
    }
    this.#ledger.born(life);
    this.#lives.set(owned, life);
    return owned;
  }

  /** A count of its own for what is held elsewhere. */
  retain<T extends CFTypeRef>(held: Held<T>): Owned<T> {
    const { ref } = held;
    this.#counting.retain(ref);
    return this.own(ref);
  }

  release(owned: Owned<CFTypeRef>): void {
    const { ref } = owned;
    this.#end(owned, this.#lifeOf(owned));
    this.#counting.release(ref);
  }

  /** Hands a reference on to another scope, whose end it then waits for. */
  handOn(owned: Owned<CFTypeRef>, to: Scope): void {
    const life = this.#lifeOf(owned);
    if (!to.#open) throw new OwnershipBroken('A reference was handed on to a scope that has ended.');
    this.#lives.delete(owned);
    to.#lives.set(owned, life);
  }

  /** Last come, first gone. */
  end(): void {
    this.#open = false;
    for (const [owned, life] of [...this.#lives].reverse()) {
      const { ref } = owned;
      this.#end(owned, life);
      this.#counting.release(ref);
    }
  }

  #lifeOf(owned: Owned<CFTypeRef>): Life {
    const life = this.#lives.get(owned);
    if (life === undefined) throw new OwnershipBroken('A reference belongs to another scope, or to none.');
    return life;
  }

  #end(owned: Owned<CFTypeRef>, life: Life): void {
    life.alive = false;
    this.#lives.delete(owned);
    this.#ledger.ended(life);
  }
}

/** What cannot leave a scope: what it releases, and what would go on after its end. */
type Inside = Held<CFTypeRef> | PromiseLike<unknown>;

type IsInside<R> = [R] extends [never] ? false : R extends Inside ? true : false;

/** Whatever became ours within is released at its end, also where it throws. */
export function withScope<R>(
  { counting, ledger }: { readonly counting: Counting; readonly ledger: Ledger },
  work: (scope: Scope) => R,
  ..._nothingLeaves: IsInside<R> extends true
    ? ['What leaves a scope is neither held by it nor a promise.']
    : []
): R {
  const scope = new Scope(counting, ledger);
  try {
    return work(scope);
  } finally {
    scope.end();
  }
}

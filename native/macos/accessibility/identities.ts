import { type Owned, Scope } from '../core-foundation/ownership';
import type { AXUIElementRef } from '../declarations/refs';
import type { Ax } from './ax';
import { isSame } from './element';
import type { Element } from './read';

/**
 * Gives one name to one element, however many references there are to it, and finds it again by that name. Holds a
 * count of each element that it knows. A name is never given twice, also not after the element was forgotten.
 */
export interface Identities {
  nameOf(element: Element): string;
  /** null for a name that is not known, or no longer. */
  find(identity: string): Element | null;
  readonly size: number;
  clear(): void;
}

interface Known {
  readonly identity: string;
  readonly hash: number | bigint;
  readonly element: Owned<AXUIElementRef>;
}

/**
 * @param prefix tells this table's names from those of any other of the same program
 * @param limit how many elements are known at most: those that were not named for the longest time are forgotten first
 */
export function createIdentities(ax: Ax, prefix: string, limit: number): Identities {
  let scope = new Scope(ax.cf.counting, ax.cf.ledger);
  let given = 0;
  /** In the order in which they were last named. */
  const byIdentity = new Map<string, Known>();
  const byHash = new Map<number | bigint, readonly Known[]>();

  const forget = (known: Known) => {
    byIdentity.delete(known.identity);
    const left = (byHash.get(known.hash) ?? []).filter((other) => other !== known);
    if (left.length === 0) byHash.delete(known.hash);
    else byHash.set(known.hash, left);
    scope.release(known.element);
  };

  return {
    nameOf: (element) => {
      const hash = ax.cf.call.CFHash(element.ref);
      const alike = byHash.get(hash) ?? [];
      const known = alike.find((other) => isSame(ax, other.element, element));
      if (known !== undefined) {
        byIdentity.delete(known.identity);
        byIdentity.set(known.identity, known);
        return known.identity;
      }
      given += 1;
      const added = { identity: `${prefix}e${given}`, hash, element: scope.retain(element) };
      byIdentity.set(added.identity, added);
      byHash.set(hash, [...alike, added]);
      const oldest = byIdentity.values().next().value;
      if (byIdentity.size > limit && oldest !== undefined) forget(oldest);
      return added.identity;
    },
    find: (identity) => byIdentity.get(identity)?.element ?? null,
    get size() {
      return byIdentity.size;
    },
    clear: () => {
      scope.end();
      scope = new Scope(ax.cf.counting, ax.cf.ledger);
      byIdentity.clear();
      byHash.clear();
    },
  };
}

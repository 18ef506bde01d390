import type { Item } from './cache';
import type { Seen } from './raw-tree';
import { identityOf, type Ref } from './ref';

/** An element as it was read last. */
export interface Remembered {
  readonly ref: Ref;
  readonly seen: Seen;
  readonly children: readonly Ref[];
  /** What the survey said of its children; null where it did not know the element. */
  readonly claimed: string | null;
  /** Whether its children could not be had from the survey, whatever was told: they have to be asked for each time. */
  readonly asksChildren: boolean;
}

export type Memory = Map<string, Remembered>;

/** All that a survey says of an element's children, in one word. */
export function claimsWord(item: Item, claims: readonly Item[]): string {
  return `${item.childCount} ${claims.map(({ index, ref }) => `${index}:${ref.path}`).join(' ')}`;
}

/**
 * Of those that a survey does not list one may tell for others: a cell of a table does for its row. So all that are beside one that
 * told may have changed, and where one told that was never met, all may.
 */
export function doubtsOf(told: ReadonlySet<string>, memory: Memory): (identity: string) => boolean {
  if (told.size === 0) return () => false;
  const doubtful = new Set<string>();
  const strangers = new Set(told);
  for (const { children } of memory.values()) {
    const identities = children.map(identityOf);
    if (!identities.some((identity) => told.has(identity))) continue;
    for (const identity of identities) {
      doubtful.add(identity);
      strangers.delete(identity);
    }
  }
  return strangers.size > 0 ? () => true : (identity) => doubtful.has(identity);
}

import type { Item } from './cache';
import type { Seen } from './raw-tree';
import type { Ref } from './ref';

/** An element as it was read last. */
export interface Remembered {
  readonly seen: Seen;
  readonly children: readonly Ref[];
  /** What the survey said of its children; null where it did not know the element. */
  readonly claimed: string | null;
}

export type Memory = Map<string, Remembered>;

/** All that a survey says of an element's children, in one word. */
export function claimsWord(item: Item, claims: readonly Item[]): string {
  return `${item.childCount} ${claims.map(({ index, ref }) => `${index}:${ref.path}`).join(' ')}`;
}

import type { SnapshotId } from '@contract/ids';
import type { SnapshotEntry } from '@contract/trace-model';

/** What is compared: what stands around the step, or what the person picked instead. */
export interface Picked {
  readonly before: SnapshotId | null;
  readonly after: SnapshotId | null;
}

export const nothingPicked: Picked = { before: null, after: null };

export interface Pair {
  readonly before: SnapshotEntry | null;
  readonly after: SnapshotEntry | null;
}

/** The step's pair, with what the person picked in its place. */
export function pairOf(step: Pair, picked: Picked, all: readonly SnapshotEntry[]): Pair {
  const find = (id: SnapshotId | null) =>
    id === null ? null : (all.find((each) => each.handle.id === id) ?? null);
  return { before: find(picked.before) ?? step.before, after: find(picked.after) ?? step.after };
}

export function isSame(one: Pair, other: Pair): boolean {
  return one.before?.handle.id === other.before?.handle.id && one.after?.handle.id === other.after?.handle.id;
}

/** The same two, the other way round. */
export function swapped(pair: Pair): Picked {
  return { before: pair.after?.handle.id ?? null, after: pair.before?.handle.id ?? null };
}

export function isPicked(picked: Picked): boolean {
  return picked.before !== null || picked.after !== null;
}

import { childrenOf, type Node, type Snapshot } from '@contract/accessibility';
import { matchByIdentity, type NodeChange, type NodeMove, type SnapshotDiff } from '@contract/snapshot-diff';

export const changeKinds = ['added', 'removed', 'changed', 'moved'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A node of the newer snapshot, or one that is gone and stands where it was. */
export interface MergedNode {
  /** Unique in the tree, and the same as long as the two snapshots are. */
  readonly key: string;
  readonly side: 'before' | 'after';
  /** In `nodes` of its side's snapshot. */
  readonly index: number;
  readonly node: Node;
  readonly kinds: readonly ChangeKind[];
  readonly change: NodeChange | null;
  readonly move: NodeMove | null;
  /** The same element before, where it is not this node itself. */
  readonly was: Node | null;
  /** Elements that were here before and were not read this time. */
  readonly unread: number;
  readonly children: readonly MergedNode[];
}

/** Both snapshots as one tree: the newer one, with what is gone put back where it was. O(n). */
export function mergeTrees(before: Snapshot, after: Snapshot, diff: SnapshotDiff): MergedNode {
  const match = matchByIdentity(before.nodes, after.nodes);
  const beforeChildren = childrenOf(before);
  const afterChildren = childrenOf(after);
  const added = new Set(diff.added);
  const removed = new Set(diff.removed);
  const changes = new Map(diff.changed.map((each) => [each.after, each]));
  const moves = new Map(diff.moved.map((each) => [each.after, each]));
  const unreadUnder = unreadCounts(before, diff, match.afterOf);

  return afterNode(0);

  function afterNode(index: number): MergedNode {
    const was = match.beforeOf[index] ?? -1;
    const change = changes.get(index) ?? null;
    const move = moves.get(index) ?? null;
    const kinds: ChangeKind[] = [];
    if (added.has(index)) kinds.push('added');
    if (change !== null) kinds.push('changed');
    if (move !== null) kinds.push('moved');
    return {
      key: `a${index}`,
      side: 'after',
      index,
      node: nodeAt(after, index),
      kinds,
      change,
      move,
      was: was < 0 ? null : nodeAt(before, was),
      unread: unreadUnder.get(index) ?? 0,
      children: withGone(index, was),
    };
  }

  /** Each removed child comes after the sibling that it came after before. */
  function withGone(index: number, was: number): MergedNode[] {
    const now = afterChildren[index] ?? [];
    const gone = new Map<number, number[]>();
    let anchor = -1;
    for (const child of was < 0 ? [] : (beforeChildren[was] ?? [])) {
      const stands = match.afterOf[child] ?? -1;
      if (stands >= 0 && after.nodes[stands]?.parent === index) anchor = stands;
      else if (removed.has(child)) append(gone, anchor, child);
    }
    const children = (gone.get(-1) ?? []).map(beforeNode);
    for (const child of now) {
      children.push(afterNode(child));
      for (const lost of gone.get(child) ?? []) children.push(beforeNode(lost));
    }
    return children;
  }

  function beforeNode(index: number): MergedNode {
    return {
      key: `b${index}`,
      side: 'before',
      index,
      node: nodeAt(before, index),
      kinds: ['removed'],
      change: null,
      move: null,
      was: null,
      unread: 0,
      children: (beforeChildren[index] ?? []).filter((child) => removed.has(child)).map(beforeNode),
    };
  }
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** By the node of after whose hole they lie in. */
function unreadCounts(
  before: Snapshot,
  diff: SnapshotDiff,
  afterOf: Int32Array,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const index of diff.unread) {
    let at = before.nodes[index]?.parent ?? -1;
    while (at >= 0 && (afterOf[at] ?? -1) < 0) at = before.nodes[at]?.parent ?? -1;
    const hole = at < 0 ? -1 : (afterOf[at] ?? -1);
    counts.set(hole, (counts.get(hole) ?? 0) + 1);
  }
  return counts;
}

function nodeAt(snapshot: Snapshot, index: number): Node {
  const node = snapshot.nodes[index];
  if (node === undefined) throw new Error(`${snapshot.id} has no element ${index + 1}`);
  return node;
}

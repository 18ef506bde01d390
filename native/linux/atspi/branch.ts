import type { Hole, RawNode, RawTree, Seen } from './raw-tree';
import { identityOf, type Ref } from './ref';
import type { Surroundings } from './source';

/** An element in a tree that is being read. */
export interface Branch {
  readonly ref: Ref;
  readonly depth: number;
  readonly around: Surroundings;
  /** null until it is read, and for good where it went away meanwhile. */
  seen: Seen | null;
  children: readonly Branch[];
  hole: Hole | null;
}

export function branch(ref: Ref, depth: number, around: Surroundings): Branch {
  return { ref, depth, around, seen: null, children: [], hole: null };
}

/** The first reason stays. */
export function leaveHole(at: Branch, hole: Hole): void {
  at.hole ??= hole;
}

/** In preorder, without those that were not read. */
export function flatten(root: Branch): RawTree {
  const nodes: RawNode[] = [];
  const add = ({ ref, seen, children, hole }: Branch, parent: number) => {
    if (seen === null) return;
    const index = nodes.push({ parent, identity: identityOf(ref), ...seen, hole }) - 1;
    for (const child of children) add(child, index);
  };
  add(root, -1);
  return { nodes };
}

import type { Hole, Own, RawNode, RawTree } from './raw-tree';
import { identityOf, type Ref } from './ref';

/** An element in a tree that is being read. */
export interface Branch {
  readonly ref: Ref;
  readonly depth: number;
  /** Whether an element around it is a password. */
  readonly withinSecret: boolean;
  /** null until it is read, and for good where it went away meanwhile. */
  own: Own | null;
  children: readonly Branch[];
  hole: Hole | null;
}

export function branch(ref: Ref, depth: number, withinSecret: boolean): Branch {
  return { ref, depth, withinSecret, own: null, children: [], hole: null };
}

/** The first reason stays. */
export function leaveHole(at: Branch, hole: Hole): void {
  at.hole ??= hole;
}

/** In preorder, without those that were not read. */
export function flatten(root: Branch): RawTree {
  const nodes: RawNode[] = [];
  const add = ({ ref, own, children, hole }: Branch, parent: number) => {
    if (own === null) return;
    const index = nodes.push({ parent, identity: identityOf(ref), ...own, hole }) - 1;
    for (const child of children) add(child, index);
  };
  add(root, -1);
  return { nodes };
}

import { childrenOf, type Node, type Nodes, type Snapshot } from '../contract/accessibility';
import { failed, ok, type Result } from '../contract/failure';
import { type ElementRef, refParts } from '../contract/ids';

import { certainEnough, type Twin, twinsOf } from './likeness';
import { nameOf } from './say';
import type { SnapshotBook } from './snapshot-book';

/** What a ref points to, as it was when the ref was made. */
export interface Pointed {
  readonly ref: ElementRef;
  readonly snapshot: Snapshot;
  readonly index: number;
  readonly node: Node;
}

/** @returns failure `unknown_ref` where no snapshot of the run has such an element */
export function resolveRef(book: SnapshotBook, ref: ElementRef): Result<Pointed> {
  const { snapshot: id, position } = refParts(ref);
  const snapshot = book.get(id);
  if (snapshot === null) {
    return failed(
      'unknown_ref',
      `There is no snapshot ${id} in this run, so ${ref} points to nothing.`,
      'Take a snapshot, and use a ref from it.',
    );
  }
  const node = snapshot.nodes[position - 1];
  if (node === undefined) {
    return failed(
      'unknown_ref',
      `Snapshot ${id} has ${snapshot.nodes.length} elements, so there is no ${ref}.`,
      `Use a ref from e1 to e${snapshot.nodes.length} of ${id}, or take a snapshot.`,
    );
  }
  return ok({ ref, snapshot, index: position - 1, node });
}

/** What a ref points to, in words, as its snapshot told it. */
export function nameAt(book: SnapshotBook, ref: ElementRef): string {
  const pointed = resolveRef(book, ref);
  return pointed.ok ? nameOf(pointed.value.node) : `element ${ref}`;
}

/** The name of the application that the element lies in; null where there is no such ref, or it lies in none. */
export function programAt(book: SnapshotBook, ref: ElementRef): string | null {
  const pointed = resolveRef(book, ref);
  if (!pointed.ok) return null;
  const { snapshot, index } = pointed.value;
  const name = snapshot.nodes[programIndex(snapshot, index) ?? -1]?.name ?? '';
  return name === '' ? null : name;
}

/** The innermost application that an element lies in, or is; null where it lies in none. */
export function programIndex({ nodes }: Nodes, index: number): number | null {
  for (let at = index; at >= 0; at = nodes[at]?.parent ?? -1) {
    if (nodes[at]?.role === 'application') return at;
  }
  return null;
}

/** What has become of an element in a later tree; indices are into that tree. What is the `same` may have a new identity. */
export type Standing =
  | { readonly kind: 'same'; readonly index: number }
  /** The same element, but no longer what the model was told it is. */
  | { readonly kind: 'altered'; readonly index: number }
  /** It may lie in a part that was not read. */
  | { readonly kind: 'unread' }
  /** Gone. `twins`: others with the same words on the same path; `inPlace`: what stands where it stood. */
  | { readonly kind: 'gone'; readonly twins: readonly Twin[]; readonly inPlace: number | null };

/** By the platform's own identity first; then, where that is gone, by the name that the program's author gave the element. */
export function standingOf({ node, snapshot, index }: Pointed, tree: Nodes): Standing {
  const now = tree.nodes.findIndex((each) => each.identity === node.identity);
  const found = tree.nodes[now];
  if (found !== undefined) return { kind: sameWords(node, found) ? 'same' : 'altered', index: now };
  const twins = twinsOf({ tree: snapshot, index, node }, tree);
  const reborn = twins.find(({ confidence }) => confidence >= certainEnough);
  if (reborn !== undefined) return { kind: 'same', index: reborn.index };
  if (inHole(snapshot, index, tree)) return { kind: 'unread' };
  return { kind: 'gone', twins, inPlace: inPlaceOf(snapshot, index, tree) };
}

export function sameWords(a: Pick<Node, 'role' | 'name'>, b: Pick<Node, 'role' | 'name'>): boolean {
  return a.role === b.role && a.name === b.name;
}

/** Whether `index` is `ancestor`, or lies below it. */
export function isWithin({ nodes }: Nodes, index: number, ancestor: number): boolean {
  let at = index;
  while (at > ancestor) at = nodes[at]?.parent ?? -1;
  return at === ancestor;
}

/** Whether the nearest ancestor that is still there was not read to its end. */
function inHole(snapshot: Snapshot, index: number, tree: Nodes): boolean {
  const survivor = survivorOf(snapshot, index, tree);
  return survivor !== null && tree.nodes[survivor.now]?.hole !== null;
}

/** Follows the way down from the nearest ancestor that is still there: third child, first child... */
function inPlaceOf(snapshot: Snapshot, index: number, tree: Nodes): number | null {
  const survivor = survivorOf(snapshot, index, tree);
  if (survivor === null) return null;
  const oldChildren = childrenOf(snapshot);
  const newChildren = childrenOf(tree);
  let at = survivor.now;
  let { old } = survivor;
  for (const step of survivor.way) {
    const ordinal = oldChildren[old]?.indexOf(step) ?? -1;
    const next = newChildren[at]?.[ordinal];
    if (next === undefined) return null;
    at = next;
    old = step;
  }
  return at;
}

interface Survivor {
  readonly old: number;
  readonly now: number;
  /** From below the survivor down to the element, as indices of the older tree. */
  readonly way: readonly number[];
}

function survivorOf(snapshot: Snapshot, index: number, tree: Nodes): Survivor | null {
  const nowOf = new Map(tree.nodes.map((node, at) => [node.identity, at]));
  const way: number[] = [];
  for (let then = index; then >= 0; then = snapshot.nodes[then]?.parent ?? -1) {
    const now = nowOf.get(snapshot.nodes[then]?.identity ?? '');
    if (now !== undefined) return { old: then, now, way };
    way.unshift(then);
  }
  return null;
}

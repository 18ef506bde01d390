import type { Node, Snapshot } from '@contract/accessibility';
import type { Point, Rect } from '@contract/geometry';
import { diffSnapshots } from '@contract/snapshot-diff';
import type { ChangeKind } from '../../tree-diff/merged-tree';

/** An element that changed in the step, where the picture shows it. */
export interface ChangeBox {
  readonly kind: ChangeKind;
  readonly identity: string;
  readonly bounds: Rect;
  readonly words: string;
}

/**
 * The changes around a step that can be seen in one picture: on the earlier picture what was about to go, on the later one what
 * has come. Where a whole branch came or went, only its outermost element is boxed. Large ones first, so that small ones lie on top.
 *
 * @param shown the snapshot that belongs to the picture
 */
export function changeBoxes(before: Snapshot, after: Snapshot, shown: Snapshot): ChangeBox[] {
  const diff = diffSnapshots(before, after);
  const kinds = new Map<string, ChangeKind>();
  const note = (snapshot: Snapshot, index: number, kind: ChangeKind) => {
    const identity = snapshot.nodes[index]?.identity;
    if (identity !== undefined && !kinds.has(identity)) kinds.set(identity, kind);
  };
  for (const index of outermost(after, diff.added)) note(after, index, 'added');
  for (const index of outermost(before, diff.removed)) note(before, index, 'removed');
  for (const change of diff.changed) note(after, change.after, 'changed');
  for (const move of diff.moved) note(after, move.after, 'moved');
  const boxes = shown.nodes.flatMap((node): ChangeBox[] => {
    const kind = kinds.get(node.identity);
    if (kind === undefined || node.bounds === null || area(node.bounds) === 0) return [];
    return [{ kind, identity: node.identity, bounds: node.bounds, words: nodeWords(node) }];
  });
  return boxes.sort((a, b) => area(b.bounds) - area(a.bounds));
}

function outermost(snapshot: Snapshot, indices: readonly number[]): number[] {
  const all = new Set(indices);
  return indices.filter((index) => !all.has(snapshot.nodes[index]?.parent ?? -1));
}

/**
 * The smallest element at a point, the later one of two as large: what a person means who points there. Where a modal dialog lies,
 * nothing behind it is meant.
 */
export function nodeAtPoint(snapshot: Snapshot, point: Point): number | null {
  const there = (node: Node) =>
    node.bounds !== null && !node.states.includes('offscreen') && contains(node.bounds, point);
  const modal = snapshot.nodes.findLastIndex((node) => node.states.includes('modal') && there(node));
  const last = modal < 0 ? snapshot.nodes.length - 1 : lastInside(snapshot, modal);
  let found: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = Math.max(0, modal); index <= last; index += 1) {
    const node = snapshot.nodes[index];
    if (node === undefined || node.bounds === null || !there(node)) continue;
    const size = area(node.bounds);
    if (size > smallest) continue;
    smallest = size;
    found = index;
  }
  return found;
}

/** In preorder everything inside a node follows it, and nothing else until that ends. */
function lastInside(snapshot: Snapshot, index: number): number {
  let last = index;
  while ((snapshot.nodes[last + 1]?.parent ?? -1) >= index) last += 1;
  return last;
}

export function boundsOf(snapshot: Snapshot, identity: string): Rect | null {
  return snapshot.nodes.find((node) => node.identity === identity)?.bounds ?? null;
}

export function nodeWords(node: Node): string {
  return node.name === '' ? node.role : `${node.role} ${JSON.stringify(node.name)}`;
}

function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

function area(rect: Rect): number {
  return Math.max(0, rect.width) * Math.max(0, rect.height);
}

import { z } from 'zod';
import { Rect } from './geometry';
import { type ElementRef, elementRef, SnapshotId } from './ids';

/** What can be true of a node. Absent means false or not told. */
export const NodeState = z.enum([
  'busy',
  'checked',
  'collapsed',
  'disabled',
  'editable',
  'expanded',
  'focusable',
  'focused',
  'invalid',
  'mixed',
  'modal',
  'multiselectable',
  'offscreen',
  'pressed',
  'readonly',
  'required',
  'secure',
  'selected',
]);
export type NodeState = z.infer<typeof NodeState>;

/** Why the children of a node were not read. A diff never calls what lies in a hole removed. */
export const Hole = z.enum([
  'node_budget',
  'depth_budget',
  'child_budget',
  'time_budget',
  'unreadable',
  /** A program of the whole desktop that the run has not entered. Nothing of it is the run's concern. */
  'not_entered',
]);
export type Hole = z.infer<typeof Hole>;

export const Node = z.object({
  /** Index of the parent in `Snapshot.nodes`; -1 for the root. Always smaller than the node's own index. */
  parent: z.int().min(-1),
  role: z.string().min(1),
  name: z.string(),
  /** null where there is none, and always null for a secure field. */
  value: z.string().nullable(),
  /** Sorted, each at most once. */
  states: z.array(NodeState),
  bounds: Rect.nullable(),
  /** Names the same element across snapshots of one target. The bridge's word; never shown to a model. */
  identity: z.string().min(1),
  /** The name that the program's author gave the element; null where none was given. Older recordings have none. */
  identifier: z.string().min(1).nullable().default(null),
  hole: Hole.nullable(),
});
export type Node = z.infer<typeof Node>;

/** An immutable tree, in preorder: element `e12` is `nodes[11]`. */
export const Snapshot = z.object({
  id: SnapshotId,
  /** The number of writes that the target had seen. A ref is stale once the epoch has moved on, until re-identified. */
  epoch: z.int().min(0),
  /** Which program, as in a footprint's `ui:<app>`. */
  app: z.string().min(1),
  title: z.string(),
  nodes: z.array(Node).min(1),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** All that is needed of a snapshot, or of a tree that is none yet, to walk about in it. */
export interface Nodes {
  readonly nodes: readonly Node[];
}

export function refAt(snapshot: Snapshot, index: number): ElementRef {
  return elementRef(snapshot.id, index + 1);
}

/** Whether something that concerns the run may lie where nobody looked. */
export function isPartlyRead({ nodes }: Nodes): boolean {
  return nodes.some(({ hole }) => hole !== null && hole !== 'not_entered');
}

/** Indices of each node's children, in order. O(n). */
export function childrenOf(snapshot: Nodes): ReadonlyArray<readonly number[]> {
  const children: number[][] = snapshot.nodes.map(() => []);
  snapshot.nodes.forEach((node, index) => {
    if (node.parent >= 0) children[node.parent]?.push(index);
  });
  return children;
}

/** From the root down to the node itself: `window "Support desk" / form "Ticket" / button "Send"`. */
export function rolePath(snapshot: Nodes, index: number): string {
  const steps: string[] = [];
  for (let at = index; at >= 0; ) {
    const node = snapshot.nodes[at];
    if (node === undefined) break;
    steps.unshift(node.name === '' ? node.role : `${node.role} "${node.name}"`);
    at = node.parent;
  }
  return steps.join(' / ');
}

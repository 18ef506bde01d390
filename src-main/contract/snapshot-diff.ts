import type { Node, Nodes } from './accessibility';
import { longestRun } from './longest-run';

export type NodeField = 'role' | 'name' | 'value' | 'states' | 'bounds';

/** Indices are into `before.nodes` and `after.nodes`; each list is in the order of its tree. */
export interface SnapshotDiff {
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly changed: readonly NodeChange[];
  readonly moved: readonly NodeMove[];
  /** Nodes of before that lie in a hole of after: not read, so nothing is said of them. */
  readonly unread: readonly number[];
  readonly unchanged: number;
}

export interface NodeChange {
  readonly before: number;
  readonly after: number;
  readonly fields: readonly NodeField[];
}

/** The same element under another parent, or overtaken by its siblings. */
export interface NodeMove {
  readonly before: number;
  readonly after: number;
  readonly reparented: boolean;
}

export interface DiffOptions {
  /** Shifts of layout, coming into view included, often say nothing: left out unless asked for. */
  readonly bounds: boolean;
}

/**
 * What changed between two snapshots of one target, matched by identity.
 * O(n), but for the order of siblings that moved: O(k log k). Measured by `npm run bench -- diff`.
 */
export function diffSnapshots(
  before: Nodes,
  after: Nodes,
  options: DiffOptions = { bounds: false },
): SnapshotDiff {
  const match = matchByIdentity(before.nodes, after.nodes);
  const added: number[] = [];
  const changed: NodeChange[] = [];
  for (let index = 0; index < after.nodes.length; index += 1) {
    const old = match.beforeOf[index] ?? -1;
    if (old < 0) {
      added.push(index);
      continue;
    }
    const fields = changedFields(before.nodes[old], after.nodes[index], options);
    if (fields.length > 0) changed.push({ before: old, after: index, fields });
  }
  const { removed, unread } = missing(before.nodes, after.nodes, match.afterOf);
  const moved = moves(before.nodes, after.nodes, match);
  const touched = new Set(changed.map((each) => each.after));
  for (const each of moved) touched.add(each.after);
  return {
    added,
    removed,
    changed,
    moved,
    unread,
    unchanged: after.nodes.length - added.length - touched.size,
  };
}

export function isEmptyDiff(diff: SnapshotDiff): boolean {
  return diff.added.length + diff.removed.length + diff.changed.length + diff.moved.length === 0;
}

/** Which node of one snapshot is which of the other. */
export interface Match {
  /** For each node of after, its index in before, or -1; and the other way round. */
  readonly beforeOf: Int32Array;
  readonly afterOf: Int32Array;
}

export function matchByIdentity(before: readonly Node[], after: readonly Node[]): Match {
  const byIdentity = new Map<string, number>();
  before.forEach((node, index) => {
    byIdentity.set(node.identity, index);
  });
  const beforeOf = new Int32Array(after.length).fill(-1);
  const afterOf = new Int32Array(before.length).fill(-1);
  after.forEach((node, index) => {
    const old = byIdentity.get(node.identity);
    if (old === undefined || afterOf[old] !== -1) return;
    beforeOf[index] = old;
    afterOf[old] = index;
  });
  return { beforeOf, afterOf };
}

function changedFields(a: Node | undefined, b: Node | undefined, options: DiffOptions): NodeField[] {
  const fields: NodeField[] = [];
  if (a === undefined || b === undefined) return fields;
  if (a.role !== b.role) fields.push('role');
  if (a.name !== b.name) fields.push('name');
  if (a.value !== b.value) fields.push('value');
  if (!sameStates(a.states, b.states) && (options.bounds || !sameStates(inside(a), inside(b))))
    fields.push('states');
  if (options.bounds && !sameBounds(a, b)) fields.push('bounds');
  return fields;
}

function sameStates(a: Node['states'], b: Node['states']): boolean {
  return a.length === b.length && a.every((state, at) => state === b[at]);
}

/** Whether it is in view is layout too. */
function inside({ states }: Node): Node['states'] {
  return states.filter((state) => state !== 'offscreen');
}

function sameBounds({ bounds: a }: Node, { bounds: b }: Node): boolean {
  if (a === null || b === null) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function missing(before: readonly Node[], after: readonly Node[], afterOf: Int32Array) {
  const removed: number[] = [];
  const unread: number[] = [];
  const hidden = new Uint8Array(before.length);
  before.forEach((node, index) => {
    const now = afterOf[index] ?? -1;
    if (now >= 0) {
      hidden[index] = after[now]?.hole === null ? 0 : 1;
      return;
    }
    if (node.parent >= 0 && hidden[node.parent] === 1) {
      hidden[index] = 1;
      unread.push(index);
    } else {
      removed.push(index);
    }
  });
  return { removed, unread };
}

function moves(before: readonly Node[], after: readonly Node[], match: Match): NodeMove[] {
  const moved: NodeMove[] = [];
  const families = new Map<number, number[]>();
  const shuffled = new Set<number>();
  const lastOld = new Map<number, number>();
  after.forEach((node, index) => {
    const old = match.beforeOf[index] ?? -1;
    if (old < 0) return;
    const oldParent = before[old]?.parent ?? -1;
    const sameParent = oldParent < 0 ? node.parent < 0 : match.afterOf[oldParent] === node.parent;
    if (!sameParent) {
      moved.push({ before: old, after: index, reparented: true });
      return;
    }
    const family = families.get(node.parent);
    if (family === undefined) families.set(node.parent, [index]);
    else family.push(index);
    if (old < (lastOld.get(node.parent) ?? -1)) shuffled.add(node.parent);
    lastOld.set(node.parent, old);
  });
  for (const parent of shuffled) {
    const siblings = families.get(parent) ?? [];
    const olds = siblings.map((index) => match.beforeOf[index] ?? -1);
    const stayed = longestRun(olds);
    siblings.forEach((index, at) => {
      if (!stayed.has(at)) moved.push({ before: olds[at] ?? -1, after: index, reparented: false });
    });
  }
  return moved.sort((a, b) => a.after - b.after);
}

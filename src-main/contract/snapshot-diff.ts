import type { Node, Nodes } from './accessibility';
import { matchByIdentity } from './match-nodes';
import { movedNodes, type NodeMove } from './moved-nodes';

export { type Match, matchByIdentity } from './match-nodes';
export type { NodeMove } from './moved-nodes';

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

export interface DiffOptions {
  /** Shifts of layout, coming into view included, often say nothing: left out unless asked for. */
  readonly bounds: boolean;
}

/**
 * What changed between two snapshots of one target, matched by identity.
 * O(n), but for the order of siblings that moved: O(k log k). Measured by `npm run bench -- diff`.
 */
export function diffSnapshots(
  { nodes: before }: Nodes,
  { nodes: after }: Nodes,
  options: DiffOptions = { bounds: false },
): SnapshotDiff {
  const match = matchByIdentity(before, after);
  const moved = movedNodes(before, after, match);
  const isMoved = new Set(moved.map((each) => each.after));
  const added: number[] = [];
  const changed: NodeChange[] = [];
  let touched = moved.length;
  for (let now = 0; now < after.length; now += 1) {
    const old = match.beforeOf[now] ?? -1;
    const [a, b] = [before[old], after[now]];
    if (a === undefined || b === undefined) {
      added.push(now);
    } else if (!saysTheSame(a, b, options)) {
      changed.push({ before: old, after: now, fields: changedFields(a, b, options) });
      if (!isMoved.has(now)) touched += 1;
    }
  }
  const { removed, unread } = missing(before, after, match.afterOf);
  return { added, removed, changed, moved, unread, unchanged: after.length - added.length - touched };
}

export function isEmptyDiff(diff: SnapshotDiff): boolean {
  return diff.added.length + diff.removed.length + diff.changed.length + diff.moved.length === 0;
}

/** The common case, without an allocation. */
function saysTheSame(a: Node, b: Node, { bounds }: DiffOptions): boolean {
  return (
    a.name === b.name &&
    a.value === b.value &&
    a.role === b.role &&
    sameStates(a.states, b.states, bounds) &&
    (!bounds || sameBounds(a, b))
  );
}

function changedFields(a: Node, b: Node, { bounds }: DiffOptions): NodeField[] {
  const fields: NodeField[] = [];
  if (a.role !== b.role) fields.push('role');
  if (a.name !== b.name) fields.push('name');
  if (a.value !== b.value) fields.push('value');
  if (!sameStates(a.states, b.states, bounds)) fields.push('states');
  if (bounds && !sameBounds(a, b)) fields.push('bounds');
  return fields;
}

/** Whether it is in view is layout too. */
function sameStates(a: Node['states'], b: Node['states'], bounds: boolean): boolean {
  if (a.length === 0 && b.length === 0) return true;
  if (a.length === b.length && a.every((state, at) => state === b[at])) return true;
  return !bounds && withoutLayout(a) === withoutLayout(b);
}

function withoutLayout(states: Node['states']): string {
  return states.filter((state) => state !== 'offscreen').join();
}

function sameBounds({ bounds: a }: Node, { bounds: b }: Node): boolean {
  if (a === null || b === null) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** What is in a hole of after was not read; all else that is in before alone is gone. */
function missing(before: readonly Node[], after: readonly Node[], afterOf: Int32Array) {
  const removed: number[] = [];
  const unread: number[] = [];
  const hidden = new Uint8Array(before.length);
  for (let old = 0; old < before.length; old += 1) {
    const now = afterOf[old] ?? -1;
    if (now !== -1) {
      hidden[old] = after[now]?.hole === null ? 0 : 1;
    } else if (hidden[before[old]?.parent ?? -1] === 1) {
      hidden[old] = 1;
      unread.push(old);
    } else {
      removed.push(old);
    }
  }
  return { removed, unread };
}

import type { Node } from './accessibility';

/** Which node is which in two trees: for each its index in the other one, or -1. */
export interface Match {
  /** Indexed by the nodes of after. */
  readonly beforeOf: Int32Array;
  /** Indexed by the nodes of before. */
  readonly afterOf: Int32Array;
}

/** How far ahead a node is looked for before it is left for the map: a few removed siblings. */
const reach = 8;

/**
 * Pairs nodes of equal identity. Two snapshots of one window are mostly the same in the same order, so both are walked side by
 * side; only what is not met on the way is looked up in a map. O(n) whatever has changed.
 */
export function matchByIdentity(before: readonly Node[], after: readonly Node[]): Match {
  const beforeOf = new Int32Array(after.length).fill(-1);
  const afterOf = new Int32Array(before.length).fill(-1);
  const missed: number[] = [];
  let expected = 0;
  for (let now = 0; now < after.length; now += 1) {
    const old = indexAhead(before, expected, after[now]?.identity);
    if (old === -1) {
      missed.push(now);
      continue;
    }
    beforeOf[now] = old;
    afterOf[old] = now;
    expected = old + 1;
  }
  if (missed.length > 0) pairTheRest(before, after, missed, { beforeOf, afterOf });
  return { beforeOf, afterOf };
}

function indexAhead(nodes: readonly Node[], from: number, identity: string | undefined): number {
  const end = Math.min(nodes.length, from + reach);
  for (let at = from; at < end; at += 1) if (nodes[at]?.identity === identity) return at;
  return -1;
}

function pairTheRest(
  before: readonly Node[],
  after: readonly Node[],
  missed: readonly number[],
  { beforeOf, afterOf }: Match,
): void {
  const unpaired = new Map<string, number>();
  for (let old = 0; old < before.length; old += 1) {
    const node = before[old];
    if (afterOf[old] === -1 && node !== undefined) unpaired.set(node.identity, old);
  }
  if (unpaired.size === 0) return;
  for (const now of missed) {
    const identity = after[now]?.identity ?? '';
    const old = unpaired.get(identity);
    if (old === undefined) continue;
    unpaired.delete(identity);
    beforeOf[now] = old;
    afterOf[old] = now;
  }
}

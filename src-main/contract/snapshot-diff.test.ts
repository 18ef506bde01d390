import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from './accessibility';
import { diffSnapshots, isEmptyDiff, type SnapshotDiff } from './snapshot-diff';
import { allOf, detach, type Leaf, leaf, parentIn, snapshotOf, Tree } from './tree.fixture';

const Edit = fc.record({
  kind: fc.constantFrom('add', 'remove', 'rename', 'value', 'states', 'reparent', 'reorder', 'hole'),
  on: fc.nat(),
  to: fc.nat(),
});

/** Edits a copy of the tree; every node that is new has an identity of its own. */
function edited(before: Leaf, edits: readonly { kind: string; on: number; to: number }[]): Leaf {
  const root = structuredClone(before);
  edits.forEach(({ kind, on, to }, index) => {
    const all = allOf(root);
    const chosen = all[on % all.length] ?? root;
    if (kind === 'add') chosen.children.splice(to % (chosen.children.length + 1), 0, leaf(`new${index}`));
    if (kind === 'rename') chosen.name = `renamed ${index}`;
    if (kind === 'value') chosen.value = `value ${index}`;
    if (kind === 'states') chosen.states = chosen.states.length > 0 ? [] : ['focused'];
    if (kind === 'hole') chosen.hole = 'node_budget';
    if (chosen === root) return;
    if (kind === 'remove') detach(root, chosen);
    if (kind === 'reorder') {
      const siblings = parentIn(root, chosen)?.children ?? [];
      siblings.splice(siblings.indexOf(chosen), 1);
      siblings.splice(to % (siblings.length + 1), 0, chosen);
    }
    if (kind === 'reparent') {
      const others = all.filter((each) => !allOf(chosen).includes(each));
      detach(root, chosen);
      (others[to % others.length] ?? root).children.push(chosen);
    }
  });
  return root;
}

const Pair = fc.tuple(Tree, fc.array(Edit, { maxLength: 15 })).map(([tree, edits]) => ({
  before: snapshotOf(tree, 1),
  after: snapshotOf(edited(tree, edits), 2),
}));

const idsAt = ({ nodes }: Snapshot, indices: readonly number[]) =>
  indices.map((index) => nodes[index]!.identity);

/** What a diff has to say, worked out in the slow and obvious way. */
function bySets({ before, after }: { before: Snapshot; after: Snapshot }) {
  const old = new Map(before.nodes.map((node) => [node.identity, node]));
  const now = new Map(after.nodes.map((node) => [node.identity, node]));
  const parentOf = (snapshot: Snapshot, identity: string) => {
    const node = snapshot.nodes.find((each) => each.identity === identity)!;
    return snapshot.nodes[node.parent]?.identity ?? null;
  };
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const inHole = (identity: string): boolean => {
    const parent = parentOf(before, identity);
    if (parent === null) return false;
    const standing = now.get(parent);
    return standing === undefined ? inHole(parent) : standing.hole !== null;
  };
  const both = [...now.keys()].filter((id) => old.has(id));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: gone.filter((id) => !inHole(id)),
    unread: gone.filter(inHole),
    changed: both.filter((id) => {
      const [a, b] = [old.get(id)!, now.get(id)!];
      const words = ({ role, name, value, states }: typeof a) => JSON.stringify([role, name, value, states]);
      return words(a) !== words(b);
    }),
    reparented: both.filter((id) => parentOf(before, id) !== parentOf(after, id)),
  };
}

describe('a diff of two snapshots', () => {
  it('says of every node what became of it, and never calls removed what was not read', () => {
    let unread = 0;
    fc.assert(
      fc.property(Pair, (pair) => {
        const { before, after } = pair;
        const diff = diffSnapshots(before, after);
        const expected = bySets(pair);
        expect(idsAt(after, diff.added)).toEqual(expected.added);
        expect(idsAt(before, diff.removed)).toEqual(expected.removed);
        expect(idsAt(before, diff.unread)).toEqual(expected.unread);
        expect(
          idsAt(
            after,
            diff.changed.map((each) => each.after),
          ),
        ).toEqual(expected.changed);
        const reparented = diff.moved.filter((each) => each.reparented).map((each) => each.after);
        expect(idsAt(after, reparented)).toEqual(expected.reparented);
        for (const { before: old, after: now } of [...diff.changed, ...diff.moved]) {
          expect(before.nodes[old]!.identity).toBe(after.nodes[now]!.identity);
        }
        const touched = new Set([...diff.changed, ...diff.moved].map((each) => each.after));
        expect(diff.unchanged).toBe(after.nodes.length - diff.added.length - touched.size);
        expect(after.nodes.length).toBe(
          before.nodes.length - diff.removed.length - diff.unread.length + diff.added.length,
        );
        unread += diff.unread.length;
      }),
      { numRuns: 1_000 },
    );
    expect(unread).toBeGreaterThan(100);
  });

  it('calls as few siblings moved as explain the new order, and the others kept theirs', () => {
    let moves = 0;
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(9).keys()], { minLength: 1 }), (order) => {
        const [root, shuffled] = [leaf('root'), leaf('root')];
        for (let name = 0; name < 9; name += 1) root.children.push(leaf(`n${name}`));
        for (const name of order) shuffled.children.push(leaf(`n${name}`));
        const [before, after] = [snapshotOf(root, 1), snapshotOf(shuffled, 2)];
        const { moved } = diffSnapshots(before, after);
        const movedIds = new Set(
          idsAt(
            after,
            moved.map((each) => each.after),
          ),
        );
        const kept = order.filter((name) => !movedIds.has(`n${name}`));
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept.length).toBe(longestByForce(order));
        expect(moved.every((each) => !each.reparented)).toBe(true);
        moves += moved.length;
      }),
      { numRuns: 500 },
    );
    expect(moves).toBeGreaterThan(500);
  });

  it('of a tree with itself is empty', () => {
    fc.assert(
      fc.property(Tree, (tree) => {
        const diff = diffSnapshots(snapshotOf(tree, 1), snapshotOf(structuredClone(tree), 2));
        expect(isEmptyDiff(diff)).toBe(true);
        expect(diff.unchanged).toBe(allOf(tree).length);
      }),
    );
  });

  it('backwards swaps added and removed, where all was read', () => {
    fc.assert(
      fc.property(
        Pair.filter(({ after }) => after.nodes.every((node) => node.hole === null)),
        ({ before, after }) => {
          const [there, back] = [diffSnapshots(before, after), diffSnapshots(after, before)];
          expect([back.added, back.removed]).toEqual([there.removed, there.added]);
          expect(back.moved).toHaveLength(there.moved.length);
        },
      ),
    );
  });

  it('follows an element that comes from far away, past all that is met on the way', () => {
    const [root, turned] = [leaf('root'), leaf('root')];
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    for (const name of names) root.children.push(leaf(name));
    for (const name of [...names].reverse()) turned.children.push(leaf(name));
    const diff = diffSnapshots(snapshotOf(root, 1), snapshotOf(turned, 2));
    expect([diff.added, diff.removed, diff.moved.length]).toEqual([[], [], 59]);
  });

  it('leaves layout out unless asked', () => {
    const before = snapshotOf(leaf('root'), 1);
    const [node] = before.nodes;
    const moved: Snapshot = {
      ...before,
      nodes: [{ ...node!, states: ['offscreen'], bounds: { x: 1, y: 2, width: 3, height: 4 } }],
    };
    expect(isEmptyDiff(diffSnapshots(before, moved))).toBe(true);
    const asked: SnapshotDiff = diffSnapshots(before, moved, { bounds: true });
    expect(asked.changed).toEqual([{ before: 0, after: 0, fields: ['states', 'bounds'] }]);
  });
});

function longestByForce(values: readonly number[]): number {
  const best: number[] = [];
  values.forEach((value, at) => {
    const before = values.slice(0, at).map((other, index) => (other < value ? (best[index] ?? 0) : 0));
    best.push(1 + Math.max(0, ...before));
  });
  return Math.max(0, ...best);
}

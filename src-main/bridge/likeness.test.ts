import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Node, type Nodes, rolePath, type Snapshot } from '../contract/accessibility';
import { elementRef, snapshotId } from '../contract/ids';
import { certainEnough, twinsOf } from './likeness';
import { type Pointed, standingOf } from './refs';

/** Few roles, names and identifiers, so that twins abound. Parents come before children. */
const tree: fc.Arbitrary<Nodes> = fc
  .array(
    fc.record({
      parent: fc.nat(),
      role: fc.constantFrom('row', 'button'),
      name: fc.constantFrom('', 'Open', 'Save'),
      identity: fc.nat(11),
      identifier: fc.constantFrom(null, 'save', 'open', 'row'),
      hole: fc.constantFrom(null, null, null, 'child_budget' as const),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn) => {
    const used = new Set<string>();
    const nodes = drawn.map(({ parent, identity, ...rest }, index): Node => {
      let own = `i${identity}`;
      while (used.has(own)) own += "'";
      used.add(own);
      return {
        ...rest,
        parent: index === 0 ? -1 : parent % index,
        identity: own,
        value: null,
        states: [],
        bounds: null,
      };
    });
    return { nodes };
  });

/** A tree and what became of it: elements drawn anew, renamed, added in front, or no longer read. */
const beforeAndAfter = fc
  .tuple(
    tree,
    fc.array(fc.constantFrom('new', 'new', 'same', 'renamed', 'unnamed', 'cut'), {
      minLength: 12,
      maxLength: 12,
    }),
  )
  .map(([before, fates]) => {
    const nodes = before.nodes.map((node, index): Node => {
      const fate = fates[index];
      const identity = fate === 'same' ? node.identity : `new ${node.identity}`;
      if (fate === 'renamed') return { ...node, identity, name: 'Other' };
      if (fate === 'unnamed') return { ...node, identity, identifier: null };
      return { ...node, identity, hole: fate === 'cut' ? 'depth_budget' : null };
    });
    return { before, after: { nodes } };
  });

function pointedAt(before: Nodes, index: number): Pointed {
  const snapshot: Snapshot = {
    id: snapshotId(1),
    epoch: 0,
    app: 'sim',
    title: '',
    nodes: [...before.nodes],
  };
  return { ref: elementRef(snapshot.id, index + 1), snapshot, index, node: before.nodes[index]! };
}

const bearers = ({ nodes }: Nodes, identifier: string | null) =>
  nodes.filter((node) => node.identifier === identifier).length;

describe('standingOf', () => {
  it('takes for the same only what has its identity, or alone bears its identifier with all else alike', () => {
    let byName = 0;
    fc.assert(
      fc.property(beforeAndAfter, fc.nat(), ({ before, after }, at) => {
        const index = at % before.nodes.length;
        const pointed = pointedAt(before, index);
        const standing = standingOf(pointed, after);
        if (standing.kind !== 'same') return;
        const { node } = pointed;
        const found = after.nodes[standing.index]!;
        expect([found.role, found.name]).toEqual([node.role, node.name]);
        if (found.identity === node.identity) return;
        byName += 1;
        expect(node.identifier).not.toBeNull();
        expect(found.identifier).toBe(node.identifier);
        expect([bearers(before, node.identifier), bearers(after, node.identifier)]).toEqual([1, 1]);
        expect(rolePath(after, standing.index)).toBe(rolePath(before, index));
        expect(before.nodes.map(({ identity }) => identity)).not.toContain(found.identity);
        expect(after.nodes.map(({ identity }) => identity)).not.toContain(node.identity);
        expect(after.nodes.every(({ hole }) => hole === null)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(byName).toBeGreaterThan(20);
  });

  it('finds every element of a tree that was drawn anew, where its identifier is its own', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (before, at) => {
        const index = at % before.nodes.length;
        const nodes = before.nodes.map((node) => ({ ...node, identity: `new ${node.identity}`, hole: null }));
        const standing = standingOf(pointedAt(before, index), { nodes });
        const { identifier } = before.nodes[index]!;
        const isOwn = identifier !== null && bearers(before, identifier) === 1;
        expect(standing.kind === 'same' ? standing.index : null).toBe(isOwn ? index : null);
      }),
    );
  });
});

describe('twinsOf', () => {
  it('is never as sure as the platform, and without an identifier of its own never sure enough', () => {
    fc.assert(
      fc.property(tree, tree, fc.nat(), (before, after, at) => {
        const index = at % before.nodes.length;
        const node = before.nodes[index]!;
        for (const { confidence } of twinsOf({ tree: before, index, node }, after)) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          const isItsOwn = node.identifier !== null && bearers(after, node.identifier) === 1;
          expect(confidence).toBeLessThanOrEqual(isItsOwn ? 0.99 : 0.551);
          expect(confidence >= certainEnough && !isItsOwn).toBe(false);
        }
      }),
    );
  });

  it.each([
    ['between the same neighbours', 'Ada', 'Cleo', 0.55],
    ['with one other neighbour', 'Ada', 'Dan', 0.475],
    ['between others', 'Dan', 'Eve', 0.4],
  ] as const)('says of a row %s how sure it is', (_, above, below, confidence) => {
    const rows = (names: readonly string[], generation: string): Nodes => ({
      nodes: ['list', ...names].map((name, index) => ({
        parent: index - 1 < 0 ? -1 : 0,
        role: index === 0 ? 'list' : 'row',
        name,
        value: null,
        states: [],
        bounds: null,
        identity: `${generation}${index}`,
        identifier: null,
        hole: null,
      })),
    });
    const before = rows(['Ada', 'Bob', 'Cleo'], 'a');
    const twins = twinsOf(
      { tree: before, index: 2, node: before.nodes[2]! },
      rows([above, 'Bob', below], 'b'),
    );
    expect(twins.map(({ index }) => index)).toEqual([2]);
    expect(twins[0]?.confidence).toBeCloseTo(confidence);
  });
});

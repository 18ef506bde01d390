import fc from 'fast-check';
import type { Node, Snapshot } from './accessibility';
import { snapshotId } from './ids';

/** A tree that a property can edit; what is known of each edit is known of the diff. */
export interface Leaf {
  identity: string;
  name: string;
  role: string;
  value: string | null;
  states: Node['states'];
  hole: Node['hole'];
  children: Leaf[];
}

export function leaf(identity: string, name = identity): Leaf {
  return { identity, name, role: 'item', value: null, states: [], hole: null, children: [] };
}

/** Up to 40 nodes in a random shape, identities `n0`, `n1`... */
export const Tree: fc.Arbitrary<Leaf> = fc.array(fc.nat(), { maxLength: 40 }).map((picks) => {
  const made = [leaf('n0')];
  for (const pick of picks) {
    const child = leaf(`n${made.length}`);
    made[pick % made.length]?.children.push(child);
    made.push(child);
  }
  return made[0] ?? leaf('n0');
});

export function snapshotOf(root: Leaf, ordinal: number): Snapshot {
  const nodes: Node[] = [];
  const walk = ({ children, ...own }: Leaf, parent: number) => {
    const at = nodes.push({ ...own, parent, bounds: null, identifier: null }) - 1;
    if (own.hole === null) for (const child of children) walk(child, at);
  };
  walk(root, -1);
  return { id: snapshotId(ordinal), epoch: 0, app: 'test', title: 'Test', nodes };
}

export function allOf(root: Leaf): Leaf[] {
  return [root, ...root.children.flatMap(allOf)];
}

export function parentIn(root: Leaf, child: Leaf): Leaf | null {
  return allOf(root).find((each) => each.children.includes(child)) ?? null;
}

/** Takes it out of the tree, with all below it. */
export function detach(root: Leaf, child: Leaf): void {
  const siblings = parentIn(root, child)?.children ?? [];
  siblings.splice(siblings.indexOf(child), 1);
}

import type { Node, Snapshot } from '@contract/accessibility';
import { snapshotId } from '@contract/ids';

export interface Branch {
  readonly node: Omit<Node, 'parent'>;
  readonly inside: readonly Branch[];
}

/** `identity` also tells the node in expectations; it is the name where none is given. */
export function branch(
  role: string,
  identity: string,
  inside: readonly Branch[] = [],
  more: Partial<Omit<Node, 'parent' | 'role' | 'identity'>> = {},
): Branch {
  const node = {
    role,
    name: identity,
    value: null,
    states: [],
    bounds: null,
    identifier: null,
    identity,
    hole: null,
    ...more,
  };
  return { node, inside };
}

export function snapshotOf(ordinal: number, root: Branch): Snapshot {
  const nodes: Node[] = [];
  const add = ({ node, inside }: Branch, parent: number) => {
    const index = nodes.push({ ...node, parent }) - 1;
    for (const each of inside) add(each, index);
  };
  add(root, -1);
  return { id: snapshotId(ordinal), epoch: 0, app: 'practice', title: 'Support desk', nodes };
}

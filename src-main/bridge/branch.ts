import type { Hole, Node } from '../contract/accessibility';
import type { SnapshotBudget } from './adapter';

/** A node with its children, before it is laid out in preorder and cut to a budget. */
export interface Branch {
  readonly node: Omit<Node, 'parent' | 'hole'>;
  /** Known at once where children cannot be read at all. */
  readonly hole: Hole | null;
  readonly children: readonly Branch[];
}

/** In preorder, at most as much as the budget allows; what is left out is marked as a hole. */
export function layOut(root: Branch, budget: SnapshotBudget): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (branch: Branch, parent: number, depth: number) => {
    const index = nodes.length;
    nodes.push({ ...branch.node, parent, hole: branch.hole });
    const cut = (hole: Hole) => {
      nodes[index] = { ...branch.node, parent, hole };
    };
    for (const [at, child] of branch.children.entries()) {
      if (depth + 1 > budget.depth) return cut('depth_budget');
      if (at >= budget.children) return cut('child_budget');
      if (nodes.length >= budget.nodes) return cut('node_budget');
      visit(child, index, depth + 1);
    }
  };
  visit(root, -1, 0);
  return nodes;
}

/** Every branch of a tree, in preorder. */
export function* branchesOf(root: Branch): Generator<Branch> {
  yield root;
  for (const child of root.children) yield* branchesOf(child);
}

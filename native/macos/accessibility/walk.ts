import { type Owned, type Scope, withScope } from '../core-foundation/ownership';
import type { AXUIElementRef } from '../declarations/refs';
import type { Ax } from './ax';
import { withChildTexts } from './child-texts';
import { childrenOf } from './children';
import type { Identities } from './identities';
import { type AxResult, ok } from './outcome';
import type { RawElement, RawHole, RawNode } from './raw-node';
import { countOf, type Element } from './read';
import { readElement } from './read-element';

/** How much of a tree is read at most. */
export interface WalkBudget {
  readonly nodes: number;
  /** Of the root 0. */
  readonly depth: number;
  /** Children of one node. */
  readonly children: number;
  /** Looked at between two calls, each of which may take as long as the messaging timeout. */
  readonly milliseconds: number;
}

interface Branch {
  readonly element: Owned<AXUIElementRef>;
  readonly raw: RawElement;
  readonly depth: number;
  readonly children: Branch[];
  hole: RawHole | null;
}

/**
 * Reads level by level, so that a budget cuts what lies deepest; what is cut is a hole in its parent. Each element comes once,
 * though a program may give it in two places. A failure only where the root itself does not answer.
 *
 * @returns the nodes in preorder
 */
export function walk(
  ax: Ax,
  identities: Identities,
  root: Element,
  budget: WalkBudget,
  now: () => number,
): AxResult<readonly RawNode[]> {
  const end = now() + budget.milliseconds;
  return withScope(ax.cf, (kept) => {
    const seen = new Set<string>();
    const branchOf = (element: Element, depth: number): AxResult<Branch | null> => {
      const read = withScope(ax.cf, (scope) => readElement(ax, identities, scope, element));
      if (!read.ok) return read;
      if (seen.has(read.value.identity)) return ok(null);
      seen.add(read.value.identity);
      return ok({ element: kept.retain(element), raw: read.value, depth, children: [], hole: null });
    };

    const first = branchOf(root, 0);
    if (!first.ok || first.value === null) return first.ok ? ok([]) : first;
    const queue: Branch[] = [first.value];
    for (let at = 0; at < queue.length; at += 1) {
      const branch = queue[at];
      if (branch === undefined) break;
      if (now() >= end) branch.hole = 'time_budget';
      else if (seen.size >= budget.nodes) branch.hole = holeIfParent(ax, branch, 'node_budget');
      else if (branch.depth >= budget.depth) branch.hole = holeIfParent(ax, branch, 'depth_budget');
      else
        withScope(ax.cf, (scope) => {
          readChildren(branch, scope);
        });
      queue.push(...branch.children);
    }
    return ok(withChildTexts(layOut(first.value)));

    function readChildren(branch: Branch, scope: Scope): void {
      const read = childrenOf(ax, scope, branch.element, branch.raw.role, budget.children);
      if (!read.ok) {
        branch.hole = 'unreadable';
        return;
      }
      branch.hole = read.value.hole;
      for (const child of read.value.elements) {
        const isOut = now() >= end ? 'time_budget' : seen.size >= budget.nodes ? 'node_budget' : null;
        if (isOut !== null) {
          branch.hole = isOut;
          return;
        }
        const below = branchOf(child, branch.depth + 1);
        if (!below.ok) branch.hole = 'unreadable';
        else if (below.value !== null) branch.children.push(below.value);
      }
    }
  });
}

function holeIfParent(ax: Ax, { element }: Branch, hole: RawHole): RawHole | null {
  const count = countOf(ax, element, 'AXChildren');
  if (count.ok) return count.value === 0 ? null : hole;
  return count.failure.problem === 'no_answer' ? hole : null;
}

function layOut(root: Branch): readonly RawNode[] {
  const nodes: RawNode[] = [];
  const visit = (branch: Branch, parent: number) => {
    const at = nodes.length;
    nodes.push({ ...branch.raw, parent, hole: branch.hole });
    for (const child of branch.children) visit(child, at);
  };
  visit(root, -1);
  return nodes;
}

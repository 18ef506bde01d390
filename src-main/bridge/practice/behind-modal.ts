import type { NodeState } from '../../contract/accessibility';
import { type Branch, branchesOf } from '../branch';
import type { Layout } from './boxes';
import type { AxNode } from './cdp-answers';
import { identityOf } from './identity';

/**
 * While a modal is open Chromium tells nothing of what lies behind it, though it is still there. It stands in the tree as it was
 * last read, so that opening a dialog does not look like the end of everything else. What was never read is a hole.
 *
 * @param before the tree of the same document as it was read last
 */
export function keepBehindModal(
  now: Branch,
  before: Branch | null,
  nodes: readonly AxNode[],
  loaderId: string,
  layout: Layout,
): Branch {
  const hasModal = nodes.some(({ ignoredReasons }) =>
    ignoredReasons.some(({ name }) => name === 'activeModalDialog'),
  );
  if (!hasModal) return now;
  if (before === null || before.node.identity !== now.node.identity) return { ...now, hole: 'unreadable' };

  const present = new Set([...layout.present].map((id) => identityOf(loaderId, id)));
  const boxOf = new Map([...layout.boxes].map(([id, box]) => [identityOf(loaderId, id), box]));
  const inFront = new Set([...branchesOf(now)].map(({ node }) => node.identity));
  const keep = (branch: Branch): Branch[] => {
    const { node } = branch;
    if (inFront.has(node.identity) || !present.has(node.identity)) return [];
    const box = boxOf.get(node.identity);
    if (box === undefined && node.bounds !== null) return [];
    const states: NodeState[] = node.states.filter((state) => state !== 'focused' && state !== 'offscreen');
    if (box?.seen === false) states.push('offscreen');
    return [
      {
        ...branch,
        node: { ...node, states: states.sort(), bounds: box?.bounds ?? null },
        children: branch.children.flatMap(keep),
      },
    ];
  };
  return { ...now, children: [...before.children.flatMap(keep), ...now.children] };
}

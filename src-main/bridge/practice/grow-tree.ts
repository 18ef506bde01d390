import type { NodeState } from '../../contract/accessibility';
import type { Branch } from '../branch';
import type { Layout } from './boxes';
import type { AxNode } from './cdp-answers';
import { identityOf } from './identity';
import { closed, dropped, labelled, textRoles, wrappers } from './shape';
import { nameWord, rawRole, roleWord, stateWords, valueWord } from './words';

/** The tree as a person would tell it, from the tree as Chromium keeps it. */
export function growTree(nodes: readonly AxNode[], loaderId: string, layout: Layout): Branch {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  if (root === undefined) throw new Error('An accessibility tree has a root.');

  const childrenOf = (node: AxNode): AxNode[] =>
    node.childIds.flatMap((id) => {
      const child = byId.get(id);
      return child === undefined ? [] : [child];
    });

  const grow = (node: AxNode): Branch[] => {
    const role = rawRole(node);
    if (!node.ignored && dropped.has(role)) return [];
    if (!node.ignored && textRoles.has(role)) return textBranch(node);
    const children = closed.has(role) ? [] : childrenOf(node).flatMap(grow);
    if (isWrapper(node, role)) return children;
    const isLabelled = labelled.has(role) && nameWord(node) !== '';
    const kept = isLabelled ? children.filter((child) => child.node.role !== 'text') : children;
    const branch = asBranch(node, withoutEcho(nameWord(node), kept));
    return isShell(branch) ? [...branch.children] : [branch];
  };

  const textBranch = (node: AxNode): Branch[] => {
    const text = rawRole(node) === 'StaticText' ? nameWord(node) : pieces(node);
    if (text.trim() === '') return [];
    const branch = asBranch(node, []);
    return [{ ...branch, node: { ...branch.node, name: text.trim() } }];
  };

  const pieces = (node: AxNode): string =>
    childrenOf(node)
      .map((child) => (rawRole(child) === 'StaticText' ? nameWord(child) : pieces(child)))
      .join('');

  const asBranch = (node: AxNode, children: readonly Branch[]): Branch => {
    const id = node.backendDOMNodeId ?? noElement;
    const secure = layout.secure.has(id);
    const box = layout.boxes.get(id) ?? null;
    const states: NodeState[] = stateWords(node, secure);
    if (closed.has(rawRole(node)) && !states.includes('focused') && focusInside(node)) states.push('focused');
    if (box !== null && !box.seen) states.push('offscreen');
    return {
      node: {
        role: roleWord(node),
        name: nameWord(node),
        value: valueWord(node, secure),
        states: states.sort(),
        bounds: box?.bounds ?? null,
        identifier: null,
        identity: id === noElement ? `${loaderId}.x${node.nodeId}` : identityOf(loaderId, id),
      },
      hole: null,
      children,
    };
  };

  const focusInside = (node: AxNode): boolean =>
    childrenOf(node).some((child) => stateWords(child, true).includes('focused') || focusInside(child));

  const window = asBranch(root, childrenOf(root).flatMap(grow));
  const kept = window.node.states.filter((state) => state === 'busy');
  return { ...window, node: { ...window.node, states: kept } };
}

/** What Chromium makes up itself stands for no element: it can be read, not acted on. */
const noElement = -1;

function isWrapper(node: AxNode, role: string): boolean {
  if (node.ignored) return true;
  return wrappers.has(role) && nameWord(node) === '';
}

/** Text that only repeats its parent's name is left out. */
function withoutEcho(name: string, children: readonly Branch[]): readonly Branch[] {
  const said = squeezed(name);
  const areTexts = children.length > 0 && children.every(({ node }) => node.role === 'text');
  const together = squeezed(children.map(({ node }) => node.name).join(''));
  if (areTexts && said === together) return [];
  return children.filter(({ node }) => node.role !== 'text' || squeezed(node.name) !== said);
}

/** A cell that holds one thing of the same name adds nothing to it. */
function isShell({ node, children }: Branch): boolean {
  const [only, ...more] = children;
  return node.role === 'cell' && only !== undefined && more.length === 0 && only.node.name === node.name;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

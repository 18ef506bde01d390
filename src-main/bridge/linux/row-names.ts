import { childrenOf, type Node } from '../../contract/accessibility';

/** What a row may hold for a person to act on. */
const controls: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'slider', 'switch']);

/**
 * Names nameless controls by the row that they stand in: the only control of a list's row by the row's own name, and a check mark in
 * a table by the first cell of its line that has a text.
 */
export function namedByRows(nodes: readonly Node[]): readonly Node[] {
  const children = childrenOf({ nodes });
  return nodes.map((node, index) => {
    if (node.name !== '' || !controls.has(node.role)) return node;
    const siblings = (children[node.parent] ?? []).flatMap((at) => nodes[at] ?? []);
    const name = nameOfRow(nodes[node.parent], siblings) ?? nameOnLine(nodes[index], siblings);
    return name === null ? node : { ...node, name };
  });
}

function nameOfRow(row: Node | undefined, siblings: readonly Node[]): string | null {
  if (row?.role !== 'listitem' || row.name === '') return null;
  return siblings.filter(({ role }) => controls.has(role)).length === 1 ? row.name : null;
}

function nameOnLine(mark: Node | undefined, siblings: readonly Node[]): string | null {
  if (mark?.role !== 'checkbox' || mark.bounds === null) return null;
  const { y } = mark.bounds;
  const named = siblings.find(({ role, name, bounds }) => role === 'cell' && name !== '' && bounds?.y === y);
  return named?.name ?? null;
}

import type { RawNode } from './raw-node';

/** Longer than any label; in UTF-16 units. */
const longestLabel = 500;

/** Fills in what the texts among a node's children say, for a node that has no words of its own. */
export function withChildTexts(nodes: readonly RawNode[]): readonly RawNode[] {
  const texts = new Map<number, string[]>();
  for (const { parent, role, value, names } of nodes) {
    if (role !== 'AXStaticText') continue;
    const text = (value.kind === 'text' ? value.text : '') || names.title || names.description;
    if (text !== '') texts.set(parent, [...(texts.get(parent) ?? []), text]);
  }
  return nodes.map((node, at) => {
    const { title, description, titleElement } = node.names;
    const childText = texts.get(at)?.join(' ').slice(0, longestLabel) ?? '';
    if (childText === '' || title !== '' || description !== '' || titleElement !== '') return node;
    return { ...node, names: { ...node.names, childText } };
  });
}

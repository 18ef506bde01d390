import type { Node, Nodes } from '../../contract/accessibility';
import type { Rect } from '../../contract/geometry';

/** What a person fills in, and therefore has to know by a name. */
const fields: ReadonlySet<string> = new Set([
  'textbox',
  'combobox',
  'spinbutton',
  'slider',
  'datefield',
  'listbox',
]);

/** How far above a field its label may stand, in pixels. */
const gap = 16;

/**
 * Names nameless fields by the label that a person would read: on the same line before them, else right above. Many GTK forms,
 * zenity's among them, lay labels and fields out side by side and never say that they belong together. A label names
 * one field at most, and only one beside which it stands: a child of the same parent.
 */
export function namedByNeighbours(nodes: readonly Node[]): readonly Node[] {
  const taken = new Set<number>();
  return nodes.map((node) => {
    if (node.name !== '' || !fields.has(node.role)) return node;
    const label = labelOf(node, { nodes }, taken);
    if (label === null) return node;
    taken.add(label.index);
    return { ...node, name: label.name };
  });
}

interface Label {
  readonly index: number;
  readonly name: string;
  readonly distance: number;
}

function labelOf(field: Node, { nodes }: Nodes, taken: ReadonlySet<number>): Label | null {
  const { bounds, parent } = field;
  if (bounds === null) return null;
  let nearest: Label | null = null;
  nodes.forEach((node, index) => {
    if (node.parent !== parent || node.role !== 'text' || node.name === '' || taken.has(index)) return;
    const distance = node.bounds === null ? null : distanceBefore(node.bounds, bounds);
    if (distance === null || (nearest !== null && nearest.distance <= distance)) return;
    nearest = { index, name: node.name.replace(/[:：]\s*$/, ''), distance };
  });
  return nearest;
}

/** Beside comes before above. null where the label stands neither before nor above the field. */
function distanceBefore(label: Rect, field: Rect): number | null {
  const middle = label.y + label.height / 2;
  const sameLine = middle >= field.y && middle <= field.y + field.height;
  if (sameLine && label.x < field.x) return field.x - label.x;
  const above = field.y - (label.y + label.height);
  const overlaps = label.x < field.x + field.width && field.x < label.x + label.width;
  return overlaps && above >= 0 && above <= gap ? 100_000 + above : null;
}

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
  'table',
  'calendar',
  'switch',
]);

/** How far above a field its label may stand, in pixels. */
const gap = 16;

/**
 * Names nameless fields by the label that a person would read: on the same line before them, else right above. Many GTK forms,
 * zenity's among them, lay labels and fields out side by side and never say that they belong together. A label names
 * one field at most, and only one beside which it stands: a child of the same parent, with nothing in between.
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
  const beside = nodes.filter((node) => node.parent === parent);
  let nearest: Label | null = null;
  nodes.forEach((node, index) => {
    if (node.parent !== parent || node.role !== 'text' || node.name === '' || taken.has(index)) return;
    const distance = node.bounds === null ? null : distanceBefore(node.bounds, bounds, beside);
    if (distance === null || (nearest !== null && nearest.distance <= distance)) return;
    nearest = { index, name: node.name.replace(/[:：]\s*$/, ''), distance };
  });
  return nearest;
}

/** Beside comes before above. null where the label stands neither before nor above the field. */
function distanceBefore(label: Rect, field: Rect, beside: readonly Node[]): number | null {
  const middle = label.y + label.height / 2;
  const sameLine = middle >= field.y && middle <= field.y + field.height;
  if (sameLine && label.x < field.x) return isParted(label, field, beside) ? null : field.x - label.x;
  const above = field.y - (label.y + label.height);
  const overlaps = label.x < field.x + field.width && field.x < label.x + label.width;
  return overlaps && above >= 0 && above <= gap ? 100_000 + above : null;
}

/** Whether anything but text stands between them, on the label's line. */
function isParted(label: Rect, field: Rect, beside: readonly Node[]): boolean {
  const middle = label.y + label.height / 2;
  return beside.some(({ role, bounds }) => {
    if (role === 'text' || bounds === null) return false;
    const onLine = bounds.y <= middle && middle <= bounds.y + bounds.height;
    return onLine && bounds.x >= label.x + label.width && bounds.x + bounds.width <= field.x;
  });
}

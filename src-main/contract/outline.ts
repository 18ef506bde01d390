import { type Node, NodeState, type Snapshot } from './accessibility';
import { type ElementRef, elementRef, SnapshotId } from './ids';

/**
 * A snapshot as a model reads it, one node a line, children indented by two spaces:
 *
 *     snapshot s7 of practice "Support desk", 212 elements
 *     - window "Support desk" s7:e1
 *       - textbox "Name" s7:e3 = "Ada" [focused, required]
 *       - list "Tickets" s7:e9 (not read: node_budget)
 *
 * Names and values are JSON strings, so nothing on the screen can pass for structure.
 */
export function formatOutline(snapshot: Snapshot, indices?: readonly number[]): string {
  const depths = depthsOf(snapshot);
  const chosen = indices ?? [...snapshot.nodes.keys()];
  const lines = chosen.map((index) =>
    formatNode(snapshot, index, indices === undefined ? (depths[index] ?? 0) : 0),
  );
  return [formatHeading(snapshot), ...lines].join('\n');
}

export function formatHeading(snapshot: Snapshot): string {
  return `snapshot ${snapshot.id} of ${snapshot.app} ${JSON.stringify(snapshot.title)}, ${snapshot.nodes.length} elements`;
}

export function formatNode(snapshot: Snapshot, index: number, depth: number): string {
  const node = snapshot.nodes[index];
  if (node === undefined) return '';
  const parts = [
    `${'  '.repeat(depth)}-`,
    node.role,
    JSON.stringify(node.name),
    elementRef(snapshot.id, index + 1),
  ];
  if (node.value !== null) parts.push('=', JSON.stringify(node.value));
  if (node.states.length > 0) parts.push(`[${node.states.join(', ')}]`);
  if (node.hole !== null) parts.push(`(not read: ${node.hole})`);
  return parts.join(' ');
}

function depthsOf(snapshot: Snapshot): readonly number[] {
  const depths: number[] = [];
  for (const node of snapshot.nodes) depths.push(node.parent < 0 ? 0 : (depths[node.parent] ?? 0) + 1);
  return depths;
}

/** A line of an outline, as whoever reads the text can know it. */
export interface OutlineNode extends Pick<Node, 'role' | 'name' | 'value' | 'states'> {
  readonly ref: ElementRef;
  readonly depth: number;
}

export interface Outline {
  readonly snapshot: SnapshotId;
  readonly nodes: readonly OutlineNode[];
}

const jsonString = String.raw`"(?:[^"\\]|\\.)*"`;
const nodeLine = new RegExp(
  String.raw`^( *)- (\S+(?: \S+)*?) (${jsonString}) (s\d+:e\d+)(?: = (${jsonString}))?(?: \[([a-z, ]*)\])?(?: \(not read: [a-z_]+\))?$`,
);
const heading = /^snapshot (s\d+) of /;

/** Reads the first outline in a text back; null where there is none. Other lines are passed over. */
export function parseOutline(text: string): Outline | null {
  let snapshot: SnapshotId | null = null;
  const nodes: OutlineNode[] = [];
  for (const line of text.split('\n')) {
    const head = heading.exec(line);
    if (head !== null) {
      if (snapshot !== null) break;
      snapshot = SnapshotId.parse(head[1]);
      continue;
    }
    const node = snapshot === null ? null : parseNodeLine(line);
    if (node !== null) nodes.push(node);
  }
  return snapshot === null ? null : { snapshot, nodes };
}

/** One line of an outline, or null where it is none. */
export function parseNodeLine(line: string): OutlineNode | null {
  const match = nodeLine.exec(line);
  if (match === null) return null;
  const [, indent = '', role = '', name = '""', ref = '', value, states] = match;
  return {
    depth: indent.length / 2,
    role,
    name: String(JSON.parse(name)),
    ref: ref as ElementRef,
    value: value === undefined ? null : String(JSON.parse(value)),
    states: states === undefined ? [] : states.split(', ').map((state) => NodeState.parse(state)),
  };
}

import { type Node, NodeState, type Snapshot } from './accessibility';
import { ElementRef, elementRef, SnapshotId } from './ids';
import { quoted } from './quoted';

/**
 * A snapshot as a model reads it, one node a line, children indented by two spaces:
 *
 *     snapshot s7 of practice "Support desk", 212 elements
 *     - window "Support desk" s7:e1
 *       - textbox "Name" s7:e3 = "Ada" [focused, required]
 *       - list "Tickets" s7:e9 (not read: node_budget)
 *
 * Names and values are JSON strings, so nothing on the screen can pass for structure.
 *
 * @param indices which nodes, ascending; each is indented under those of its ancestors that are chosen too
 */
export function formatOutline(snapshot: Snapshot, indices?: readonly number[]): string {
  const chosen = indices ?? [...snapshot.nodes.keys()];
  const depths = depthsAmong(snapshot, chosen);
  const lines = chosen.map((index) => formatNode(snapshot, index, depths[index] ?? 0));
  return [formatHeading(snapshot), ...lines].join('\n');
}

export function formatHeading(snapshot: Snapshot): string {
  return `snapshot ${snapshot.id} of ${snapshot.app} ${quoted(snapshot.title)}, ${snapshot.nodes.length} elements`;
}

export function formatNode(snapshot: Snapshot, index: number, depth: number): string {
  const node = snapshot.nodes[index];
  return node === undefined ? '' : formatNodeLine(node, elementRef(snapshot.id, index + 1), depth);
}

/** A line of an outline for a node that was looked at by itself. */
export function formatNodeLine(
  node: Pick<Node, 'role' | 'name' | 'value' | 'states' | 'hole'>,
  ref: ElementRef,
  depth: number,
): string {
  const parts = [`${'  '.repeat(depth)}-`, node.role, quoted(node.name), ref];
  if (node.value !== null) parts.push('=', quoted(node.value));
  if (node.states.length > 0) parts.push(`[${node.states.join(', ')}]`);
  if (node.hole !== null) parts.push(`(not read: ${node.hole})`);
  return parts.join(' ');
}

/** For each chosen node, how many of its ancestors are chosen. Preorder makes one pass enough. */
function depthsAmong(snapshot: Snapshot, chosen: readonly number[]): readonly number[] {
  const isChosen = new Uint8Array(snapshot.nodes.length);
  for (const index of chosen) isChosen[index] = 1;
  const depths: number[] = [];
  for (const { parent } of snapshot.nodes) {
    depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + (isChosen[parent] ?? 0));
  }
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
  [
    String.raw`^( *)- (\S+(?: \S+)*?) (${jsonString}) (s[1-9]\d*:e[1-9]\d*)`,
    String.raw`(?: = (${jsonString}))?`,
    String.raw`(?: \[([a-z, ]*)\])?`,
    String.raw`(?: \(not read: [a-z_]+\))?`,
    String.raw`(?: \(\w+ (?:was|were) (?:${jsonString}|\[[a-z, ]*\])\))*$`,
  ].join(''),
);
const heading = /^snapshot (s[1-9]\d*) of /;

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

/** One line of an outline, or of a diff without its sign; null where it is none. */
export function parseNodeLine(line: string): OutlineNode | null {
  const match = nodeLine.exec(line);
  if (match === null) return null;
  const [, indent = '', role = '', name = '""', ref, value, states = ''] = match;
  const parsedStates = NodeState.array().safeParse(states === '' ? [] : states.split(', '));
  if (!parsedStates.success) return null;
  return {
    depth: indent.length / 2,
    role,
    name: String(JSON.parse(name)),
    ref: ElementRef.parse(ref),
    value: value === undefined ? null : String(JSON.parse(value)),
    states: parsedStates.data,
  };
}

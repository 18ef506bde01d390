import type { Node, Snapshot } from '../src-main/contract/accessibility';
import { snapshotId } from '../src-main/contract/ids';
import type { Random } from './random';

/** An element with its children inside it, as other diffs want a tree. */
export interface SampleElement {
  identity: string;
  role: string;
  name: string;
  value: string | null;
  states: Node['states'];
  children: SampleElement[];
}

/** How many of each edit were made. */
export interface Edits {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly moved: number;
}

const leaves = ['text', 'cell', 'button', 'textbox', 'checkbox', 'link'] as const;
const boxes = ['group', 'list', 'row', 'region', 'form'] as const;

/** A window of so many elements: a box holds up to 12, and boxes lie in boxes. */
export function sampleElements(random: Random, count: number): SampleElement {
  const root = element('i0', 'window', 'Sample');
  const open: SampleElement[] = [root];
  for (let made = 1; made < count; made += 1) {
    const at = random.int(Math.max(0, open.length - 6), open.length - 1);
    const parent = open[at] ?? root;
    const isBox = random.chance(0.15) || open.length < 3;
    const child = element(`i${made}`, random.pick(isBox ? boxes : leaves), `Element ${made}`);
    if (child.role === 'textbox') child.value = `value ${random.int(0, 99)}`;
    if (child.role === 'checkbox' && random.chance(0.5)) child.states = ['checked'];
    parent.children.push(child);
    if (parent.children.length >= 12 && parent !== root) open.splice(at, 1);
    if (isBox) open.push(child);
  }
  return root;
}

function element(identity: string, role: string, name: string): SampleElement {
  return { identity, role, name, value: null, states: [], children: [] };
}

/** Edits a copy: equal parts added, removed, changed and moved, each an element without children. */
export function edited(
  random: Random,
  before: SampleElement,
  edits: number,
): { after: SampleElement; edits: Edits } {
  const after = structuredClone(before);
  const done = { added: 0, removed: 0, changed: 0, moved: 0 };
  const kinds = ['added', 'removed', 'changed', 'moved'] as const;
  for (let edit = 0; edit < edits; edit += 1) {
    const parents = withParents(after);
    const [child, parent] = parents[random.int(0, parents.length - 1)] ?? [after, after];
    const kind = kinds[edit % kinds.length] ?? 'added';
    const at = parent.children.indexOf(child);
    if (kind === 'added') parent.children.splice(at, 0, element(`n${edit}`, 'text', `New ${edit}`));
    if (kind === 'removed') parent.children.splice(at, 1);
    if (kind === 'changed') child.value = `changed ${edit}`;
    if (kind === 'moved') {
      const [, target] = parents[random.int(0, parents.length - 1)] ?? [after, after];
      parent.children.splice(at, 1);
      target.children.splice(random.int(0, target.children.length), 0, child);
    }
    done[kind] += 1;
  }
  return { after, edits: done };
}

function withParents(root: SampleElement): [child: SampleElement, parent: SampleElement][] {
  const found: [SampleElement, SampleElement][] = [];
  const walk = (parent: SampleElement) => {
    for (const child of parent.children) {
      if (child.children.length === 0) found.push([child, parent]);
      else walk(child);
    }
  };
  walk(root);
  return found;
}

export function asSnapshot(root: SampleElement, ordinal: number): Snapshot {
  const nodes: Node[] = [];
  const walk = ({ identity, role, name, value, states, children }: SampleElement, parent: number) => {
    const unused = { bounds: null, identifier: null, hole: null };
    const index = nodes.push({ parent, role, name, value, states, identity, ...unused }) - 1;
    for (const child of children) walk(child, index);
  };
  walk(root, -1);
  return { id: snapshotId(ordinal), epoch: 0, app: 'sample', title: 'Sample', nodes };
}

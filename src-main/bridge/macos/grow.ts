import { clipsWhatIsInside, isSurface, meet, type RawNode } from '../../../native/macos';
import type { Hole, NodeState } from '../../contract/accessibility';
import type { Rect } from '../../contract/geometry';
import type { Branch } from '../branch';
import { nowhere, type RoleContext, roleOf } from './roles';
import { closed, dropped, inMenus, labelled, namedByContent, unseen, wrappers } from './shape';
import { statesOf } from './states';
import { identifierOf, ownName, ownValue } from './words';

/** What a branch is told by those around it. */
interface Around extends RoleContext {
  /** What of the screen its ancestors leave of it; null for all, and with no width for nothing. */
  readonly clip: Rect | null;
}

/** Whatever is around it. */
const anywhere: Around = { ...nowhere, clip: null };
const nothing: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** The tree as a person would tell it, in preorder below the program. null where nothing was read. */
export function growTree(nodes: readonly RawNode[], program: string): Branch | null {
  const [root] = nodes;
  if (root === undefined) return null;
  const pieces = new Growth(nodes).below(0, anywhere);
  const node = {
    role: 'application',
    name: program,
    value: null,
    states: [],
    bounds: null,
    identity: root.identity,
    identifier: null,
  };
  return { node, hole: holeOf(root.hole, pieces), children: pieces.filter(isBranch) };
}

/** What an element is called by what is in it. @param nodes itself and all below it */
export function contentName(nodes: readonly RawNode[], role: string): string {
  return contentOf(new Growth(nodes).below(0, { ...anywhere, inside: role }).filter(isBranch), role);
}

class Growth {
  readonly #nodes: readonly RawNode[];
  readonly #children: readonly (readonly number[])[];

  constructor(nodes: readonly RawNode[]) {
    this.#nodes = nodes;
    const children: number[][] = nodes.map(() => []);
    nodes.forEach(({ parent }, index) => children[parent]?.push(index));
    this.#children = children;
  }

  below(index: number, around: Around): Piece[] {
    return (this.#children[index] ?? []).flatMap((child) => this.#grow(child, around));
  }

  #grow(index: number, around: Around): Piece[] {
    const raw = this.#nodes[index];
    if (raw === undefined || unseen.has(raw.role)) return [];
    const role = this.#roleOf(index, raw, around);
    const clip = isSurface(raw.role) ? null : around.clip;
    const inside = this.below(index, {
      inside: wrappers.has(role) ? around.inside : role,
      withinCombobox: around.withinCombobox || role === 'combobox',
      clip: clipInside(raw, clip),
    });
    const name = ownName(raw, role);
    const isWrapper =
      wrappers.has(role) || (role === 'menu' && raw.role === 'AXMenu' && around.inside !== '');
    if (name === '' && isWrapper) return [...inside, ...holes(raw.hole)];
    return this.#shape(raw, role, name, isSeen(raw, clip), inside);
  }

  /** A table of one column is a list to a person. */
  #roleOf(index: number, raw: RawNode, around: Around): string {
    const role = roleOf({ ...raw, modal: raw.states.modal }, around);
    if (role !== 'table') return role;
    const rows = (this.#children[index] ?? []).filter((child) => this.#nodes[child]?.role === 'AXRow');
    return rows.length > 0 && rows.every((row) => (this.#children[row]?.length ?? 0) <= 1) ? 'list' : role;
  }

  #shape(raw: RawNode, role: string, own: string, seen: boolean, pieces: readonly Piece[]): Piece[] {
    const inside = pieces.filter(isBranch);
    const name = own === '' ? contentOf(inside, role) : own;
    if (name === '' && dropped.has(role) && inside.length === 0) return [];
    let children = withoutEcho(name, inside);
    if (labelled.has(role) && name !== '') children = children.filter(({ node }) => node.role !== 'text');
    if (closed.has(role)) children = children.filter(({ node }) => node.role === 'option');
    const more: NodeState[] = [];
    if (!seen && !inMenus.has(role)) more.push('offscreen');
    if (closed.has(role) && inside.some(hasFocus)) more.push('focused');
    const branch: Branch = {
      node: {
        role,
        name,
        value: ownValue(raw.value, role),
        states: statesOf(raw, role, more),
        bounds: raw.frame,
        identity: raw.identity,
        identifier: identifierOf(raw.identifier),
      },
      hole: holeOf(raw.hole, pieces),
      children,
    };
    return isShell(branch) ? [...branch.children] : [branch];
  }
}

function clipInside({ role, frame, states }: RawNode, clip: Rect | null): Rect | null {
  if (states.minimized) return nothing;
  if (frame === null || !clipsWhatIsInside(role)) return clip;
  return clip === null ? frame : (meet(clip, frame) ?? nothing);
}

function isSeen({ frame, states }: RawNode, clip: Rect | null): boolean {
  if (frame === null || states.minimized || frame.width <= 0 || frame.height <= 0) return false;
  return clip === null || meet(frame, clip) !== null;
}

/** A wrapper that dissolves leaves the hole in it to whoever is around it. */
interface LeftHole {
  readonly left: Hole;
}
type Piece = Branch | LeftHole;

const isBranch = (piece: Piece): piece is Branch => 'node' in piece;
const holes = (hole: Hole | null): LeftHole[] => (hole === null ? [] : [{ left: hole }]);

function holeOf(own: Hole | null, inside: readonly Piece[]): Hole | null {
  if (own !== null) return own;
  return inside.find((piece): piece is LeftHole => !isBranch(piece))?.left ?? null;
}

function hasFocus({ node, children }: Branch): boolean {
  return node.states.includes('focused') || children.some(hasFocus);
}

/** A dialog without a title asks a question in its first words; what else is named by what is in it has all of them for a name. */
function contentOf(inside: readonly Branch[], role: string): string {
  if (role === 'dialog') return textsIn(inside)[0] ?? '';
  if (role === 'row' || role === 'listitem' || role === 'treeitem') return wordsIn(inside).join(' ');
  return namedByContent.has(role) ? textsIn(inside).join(' ') : '';
}

function textsIn(inside: readonly Branch[]): readonly string[] {
  return inside.flatMap(({ node }) => (node.role === 'text' ? [node.name] : []));
}

/** Also those of its cells. */
function wordsIn(inside: readonly Branch[]): readonly string[] {
  return inside.flatMap(({ node }) =>
    (node.role === 'text' || node.role === 'cell') && node.name !== '' ? [node.name] : [],
  );
}

/** Text that only repeats its parent's name is left out. */
function withoutEcho(name: string, children: readonly Branch[]): readonly Branch[] {
  const said = squeezed(name);
  const areTexts = children.length > 0 && children.every(({ node }) => node.role === 'text');
  const together = squeezed(children.map(({ node }) => node.name).join(''));
  if (areTexts && said === together) return [];
  return children.filter(
    ({ node, children: inside }) =>
      !['text', 'cell'].includes(node.role) || inside.length > 0 || squeezed(node.name) !== said,
  );
}

/** A cell that holds one thing of the same name adds nothing to it. */
function isShell({ node, children }: Branch): boolean {
  const [only, ...more] = children;
  return node.role === 'cell' && only !== undefined && more.length === 0 && only.node.name === node.name;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

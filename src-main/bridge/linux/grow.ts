import { hasState, type RawNode, type RawTree } from '../../../native/linux/atspi';
import type { Hole, NodeState } from '../../contract/accessibility';
import type { Rect } from '../../contract/geometry';
import type { Branch } from '../branch';
import { asBounds, meet } from './boxes';
import { heldBy } from './held';
import { hasFocus, isShell, isWithKey, partsOf, pictured, withoutEcho } from './inside';
import { withDatesInParts } from './page-dates';
import { isBullet, isParagraphAround, isQuestion, isWrittenIn, joined, runsIn } from './page-words';
import { roleOf } from './roles';
import { closed, dropped, inMenus, labelled, namedByContent, wrappers } from './shape';
import { statesOf } from './states';
import type { Toolkit } from './toolkit';
import { type Around, clips, isHidden, isShown } from './visible';
import { ownName } from './words';

/** What the elements do not say themselves. */
export interface Aside {
  readonly toolkit: Toolkit;
  /** As a person knows it. */
  readonly program: string;
  /** By the identity of a combobox, the identity of what is chosen in it. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The identities of what stands behind something else of its own window. */
  readonly hidden: ReadonlySet<string>;
  /** The identities of what is selected without saying so itself. */
  readonly selected: ReadonlySet<string>;
  /** The identities of the cells that hold a check mark. */
  readonly toggles: ReadonlySet<string>;
  /** By the identity of a window, what the window manager knows of it. */
  readonly windows: ReadonlyMap<string, { readonly title: string; readonly modal: boolean }>;
  /** By identity, what the author called it. */
  readonly identifiers: ReadonlyMap<string, string>;
}

export interface Grown {
  /** null where the root itself cannot be seen. */
  readonly root: Branch | null;
  /** By identity, what of each element is not cut off by what scrolls around it, or by its window. */
  readonly seen: ReadonlyMap<string, Rect>;
}

/** The tree as a person would tell it. */
export function growTree({ nodes }: RawTree, aside: Aside): Grown {
  const growth = new Growth(aside.toolkit === 'chromium' ? withDatesInParts(nodes) : nodes, aside);
  return { root: growth.tree(), seen: growth.seen };
}

class Growth {
  readonly #nodes: readonly RawNode[];
  readonly #children: readonly (readonly number[])[];
  readonly #aside: Aside;
  readonly seen = new Map<string, Rect>();

  constructor(nodes: readonly RawNode[], aside: Aside) {
    this.#nodes = nodes;
    this.#aside = aside;
    const children: number[][] = nodes.map(() => []);
    nodes.forEach(({ parent }, index) => children[parent]?.push(index));
    this.#children = children;
  }

  tree(): Branch | null {
    const [root] = this.#nodes;
    if (root === undefined) return null;
    const around = { clip: null, shown: true, scrolls: false, combobox: null, inMenu: false };
    if (root.role !== 'application') return this.#grow(0, around).find(isBranch) ?? null;
    const children = this.#below(0, around);
    const node = {
      role: 'application',
      name: this.#aside.program,
      value: null,
      states: [],
      bounds: null,
      identity: root.identity,
      identifier: null,
    };
    return { node, hole: holeOf(root.hole, children), children: children.filter(isBranch) };
  }

  #grow(index: number, around: Around): Piece[] {
    const raw = this.#nodes[index];
    if (raw === undefined || isBullet(raw)) return [];
    const parent = this.#nodes[raw.parent];
    const isWindow = parent?.role === 'application';
    const known = isWindow ? this.#aside.windows.get(raw.identity) : undefined;
    const bounds = asBounds(raw.extents);
    const besides = (this.#children[raw.parent]?.length ?? 0) - 1;
    const modal = hasState(raw.states, 'modal') || known?.modal === true || isQuestion(raw, parent, besides);
    const told = roleOf(raw, this.#aside.toolkit, {
      isWindow,
      withinCombobox: around.combobox !== null,
      modal,
      toggles: this.#aside.toggles.has(raw.identity),
    });
    const role = isWrittenIn(told, raw) ? 'textbox' : told;
    const inMenu = around.inMenu || inMenus.has(role);
    const { toolkit } = this.#aside;
    const shown = isShown(raw, bounds, toolkit);
    const within = { ...around, inMenu, shown: around.shown || isWindow };
    if (this.#aside.hidden.has(raw.identity) || isHidden(raw, role, within, shown, toolkit)) return [];

    const seen = bounds === null || around.clip === null ? bounds : meet(bounds, around.clip);
    if (seen !== null) this.seen.set(raw.identity, seen);
    const inside = this.#below(index, {
      clip: bounds !== null && (isWindow || clips(raw)) ? seen : around.clip,
      shown,
      scrolls: around.scrolls || clips(raw) || this.#aside.toolkit !== 'gtk3',
      combobox: role === 'combobox' ? raw.identity : around.combobox,
      inMenu: inMenu || role === 'combobox',
    });
    const children = inside.filter(isBranch);
    const name =
      known?.title !== undefined && raw.name === '' ? known.title : ownName(raw, this.#aside.toolkit);
    if (name === '' && (wrappers.has(role) || isParagraphAround(role, raw, children)))
      return inside.length === 0 ? holes(raw.hole) : [...inside, ...holes(raw.hole)];
    const more: NodeState[] = [];
    if (modal && shown) more.push('modal');
    if (!inMenu && (!shown || (bounds !== null && seen === null))) more.push('offscreen');
    const below = this.#rawBelow(index);
    const found = { role, name, bounds, more, around, runs: runsIn(below), firstChild: below[0] };
    return this.#shape(raw, found, children, holeOf(raw.hole, inside));
  }

  #below(index: number, around: Around): Piece[] {
    return (this.#children[index] ?? []).flatMap((child) => this.#grow(child, around));
  }

  #rawBelow(index: number): readonly RawNode[] {
    return (this.#children[index] ?? []).flatMap((child) => this.#nodes[child] ?? []);
  }

  #shape(
    raw: RawNode,
    { role, name, bounds, more, around, runs, firstChild }: Found,
    inside: readonly Branch[],
    hole: Hole | null,
  ): Piece[] {
    const texts = inside.filter(({ node }) => node.role === 'text');
    const content = joined(texts, runs);
    const value = heldBy(raw, role, {
      toolkit: this.#aside.toolkit,
      chosen: this.#aside.chosen.get(raw.identity),
      inside,
      firstChild,
    });
    let called = role === 'combobox' && name === value ? '' : name;
    if (isWithKey(called, content)) called = content;
    if (called === '' && namedByContent.has(role))
      called = content || pictured(inside) || raw.description.trim();
    if (called === '' && dropped.has(role) && inside.length === 0) return [];
    let children = withoutEcho(called, inside);
    if (labelled.has(role) && called !== '') children = children.filter(({ node }) => node.role !== 'text');
    if (closed.has(role)) children = partsOf(role, children);
    const states = statesOf(raw, role, [
      ...more,
      ...(closed.has(role) && inside.some(hasFocus) ? (['focused'] as const) : []),
      ...(this.#isChosen(raw, around) ? (['selected'] as const) : []),
      ...(role === 'combobox' && inside.some(({ node }) => node.states.includes('editable'))
        ? (['editable'] as const)
        : []),
    ]);
    const branch: Branch = {
      node: {
        role,
        name: called,
        value,
        states: [...states],
        bounds,
        identity: raw.identity,
        identifier: this.#aside.identifiers.get(raw.identity) ?? null,
      },
      hole,
      children,
    };
    return isShell(branch) ? [...branch.children] : [branch];
  }

  #isChosen(raw: RawNode, { combobox }: Around): boolean {
    if (this.#aside.selected.has(raw.identity)) return true;
    return combobox !== null && this.#aside.chosen.get(combobox) === raw.identity;
  }
}

interface Found {
  readonly role: string;
  readonly name: string;
  readonly bounds: Rect | null;
  readonly more: readonly NodeState[];
  readonly around: Around;
  /** By the identity of each text of a paragraph, what it says with the spaces around it. */
  readonly runs: ReadonlyMap<string, string>;
  readonly firstChild: RawNode | undefined;
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

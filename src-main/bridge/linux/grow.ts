import { hasState, type RawNode, type RawTree } from '../../../native/linux/atspi';
import type { Hole, NodeState } from '../../contract/accessibility';
import type { Rect } from '../../contract/geometry';
import type { Branch } from '../branch';
import { asBounds, meet } from './boxes';
import {
  hasFocus,
  isShell,
  isWithKey,
  optionsIn,
  partsOf,
  pictured,
  shownText,
  unknownIn,
  withoutEcho,
} from './inside';
import { withDatesInParts } from './page-dates';
import {
  isBullet,
  isClosedToAll,
  isParagraphAround,
  isQuestion,
  isWrittenIn,
  joined,
  runsIn,
} from './page-words';
import { roleOf } from './roles';
import { closed, dropped, inMenus, labelled, namedByContent, wrappers } from './shape';
import { statesOf } from './states';
import type { Toolkit } from './toolkit';
import { ownName, ownValue } from './words';

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

/** What a branch is told by those around it. */
interface Around {
  /** What of the screen its ancestors leave of it. */
  readonly clip: Rect | null;
  /** Whether the parent is shown. What is not shown in what is, and cannot be scrolled to, is hidden. */
  readonly shown: boolean;
  readonly scrolls: boolean;
  readonly combobox: string | null;
  readonly inMenu: boolean;
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
    const shown = this.#isShown(raw, bounds);
    if (this.#isHidden(raw, role, { ...around, inMenu, shown: around.shown || isWindow }, shown)) return [];

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
    const runs = runsIn(this.#rawBelow(index));
    return this.#shape(raw, { role, name, bounds, more, around, runs }, children, holeOf(raw.hole, inside));
  }

  #below(index: number, around: Around): Piece[] {
    return (this.#children[index] ?? []).flatMap((child) => this.#grow(child, around));
  }

  #rawBelow(index: number): readonly RawNode[] {
    return (this.#children[index] ?? []).flatMap((child) => this.#nodes[child] ?? []);
  }

  #shape(
    raw: RawNode,
    { role, name, bounds, more, around, runs }: Found,
    inside: readonly Branch[],
    hole: Hole | null,
  ): Piece[] {
    const texts = inside.filter(({ node }) => node.role === 'text');
    const content = joined(texts, runs);
    const value = this.#valueOf(raw, role, inside);
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

  #valueOf(raw: RawNode, role: string, inside: readonly Branch[]): string | null {
    const own = ownValue(raw);
    if (own !== null || raw.role === 'password_text') return own;
    if (role === 'scrollbar') return this.#valueBelow(raw);
    if (role !== 'combobox') return null;
    const chosen = this.#aside.chosen.get(raw.identity);
    const field = inside.find(({ node }) => node.role === 'textbox' && node.value !== null);
    const options = optionsIn(inside);
    const option =
      options.find(({ node }) => node.identity === chosen) ??
      options.find(({ node }) => node.states.includes('selected'));
    // GTK 3 takes the options out of a list that is open, and calls the list by what is chosen.
    const { toolkit } = this.#aside;
    const called = toolkit === 'gtk3' ? ownName(raw, toolkit) : unknownIn(toolkit);
    const held = field?.node.value ?? option?.node.name ?? shownText(inside);
    return held ?? (isClosedToAll(raw, toolkit) ? null : called);
  }

  /** GTK 4 has the value of a scroll bar in the one thing within it. */
  #valueBelow({ identity }: RawNode): string | null {
    const [only] = this.#children[this.#nodes.findIndex((node) => node.identity === identity)] ?? [];
    const child = only === undefined ? undefined : this.#nodes[only];
    return child === undefined ? null : ownValue(child);
  }

  #isChosen(raw: RawNode, { combobox }: Around): boolean {
    if (this.#aside.selected.has(raw.identity)) return true;
    return combobox !== null && this.#aside.chosen.get(combobox) === raw.identity;
  }

  /** GTK 4 does not say it; what it does not show has a place without a size. */
  #isShown({ role, states, extents }: RawNode, bounds: Rect | null): boolean {
    if (this.#aside.toolkit !== 'gtk4') return hasState(states, 'showing');
    const hasSize = bounds !== null || extents === null || role === 'frame' || role === 'window';
    return hasState(states, 'visible') && hasSize;
  }

  #isHidden(raw: RawNode, role: string, around: Around, shown: boolean): boolean {
    if (this.#aside.toolkit === 'gtk4') return !shown || this.#aside.hidden.has(raw.identity);
    const isVisible = hasState(raw.states, 'visible');
    // Chromium shows of a closed list what is chosen in it alone.
    if (around.combobox !== null && this.#aside.toolkit === 'chromium') return false;
    if (around.inMenu && around.shown) return !isVisible && raw.role !== 'menu';
    if (!isVisible || (role === 'scrollbar' && !shown)) return true;
    return !shown && around.shown && !around.scrolls && !hasState(raw.states, 'iconified');
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

/** Whether it cuts off what of its children is outside of it. */
function clips({ role }: RawNode): boolean {
  return role === 'scroll_pane' || role === 'viewport' || role === 'document_web';
}

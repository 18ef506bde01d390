/** In global points, from the top left of the main display. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Why not all children of a node were read. */
export type RawHole = 'node_budget' | 'depth_budget' | 'child_budget' | 'time_budget' | 'unreadable';

/** What an element holds. `secret` is never asked for. */
export type RawValue =
  | { readonly kind: 'none' | 'secret' }
  /** `cut` where the text goes on. */
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean };

/** Where an element's name may come from, best first. Empty where there is none. */
export interface NameSources {
  readonly title: string;
  readonly description: string;
  /** The text of the element that `AXTitleUIElement` points at. */
  readonly titleElement: string;
  readonly placeholder: string;
  /** The texts of its children. Known of a node in a tree only. */
  readonly childText: string;
}

export interface RawStates {
  readonly enabled: boolean;
  readonly focused: boolean;
  readonly selected: boolean;
  /** null where it has nothing to expand. */
  readonly expanded: boolean | null;
  readonly busy: boolean;
  readonly modal: boolean;
  readonly required: boolean;
  readonly minimized: boolean;
  /** Whether its value can be set; null where that was not asked for. */
  readonly settable: boolean | null;
}

/** An element as accessibility tells it, in its own words: `AXButton`, `AXPress`. */
export interface RawElement {
  readonly identity: string;
  readonly role: string;
  readonly subrole: string;
  /** What a program calls it by itself, the same in every run. */
  readonly identifier: string;
  readonly help: string;
  readonly names: NameSources;
  readonly value: RawValue;
  readonly states: RawStates;
  readonly frame: Frame | null;
  readonly actions: readonly string[];
}

export interface RawNode extends RawElement {
  /** Index of the parent; -1 for the root. Always smaller than the node's own index. */
  readonly parent: number;
  readonly hole: RawHole | null;
}

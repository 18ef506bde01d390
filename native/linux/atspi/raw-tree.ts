import type { Rect } from './component';
import type { Interfaces } from './interfaces';
import type { RoleWord } from './roles';
import type { States } from './states';

export type RawValue =
  /** @property length of the whole in characters, where `text` is only its beginning */
  | { readonly kind: 'text'; readonly text: string; readonly length: number }
  | { readonly kind: 'number'; readonly number: number };

/** What can be told of an element in few calls. */
export interface Brief {
  readonly role: RoleWord;
  readonly name: string;
  readonly description: string;
  readonly states: States;
  readonly interfaces: Interfaces;
}

/** What an element looks like. */
export interface Seen extends Brief {
  /** On the screen; see `place` for programs that count from their window. null where it has no place, or it is unknown. */
  readonly extents: Rect | null;
  /** Always null for a password and what is within. */
  readonly value: RawValue | null;
}

/** All that an element says of itself. */
export interface Own extends Seen {
  /** What the program's author called it; mostly empty. */
  readonly accessibleId: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What can be done to it, by place: `click`. Empty too where the program names none. */
  readonly actions: readonly string[];
}

/**
 * Why children of a node are missing.
 * - `node_budget`, `depth_budget`, `child_budget`, `time_budget`: there was no more to spend
 * - `unreadable`: the program did not say
 */
export type Hole = 'node_budget' | 'depth_budget' | 'child_budget' | 'time_budget' | 'unreadable';

export interface RawNode extends Seen {
  /** Index of the parent; -1 for the root. Always smaller than the node's own. */
  readonly parent: number;
  readonly identity: string;
  readonly hole: Hole | null;
}

/** In preorder. */
export interface RawTree {
  readonly nodes: readonly RawNode[];
}

/** How much is read at most. */
export interface Budget {
  readonly nodes: number;
  /** The root is at depth 0. */
  readonly depth: number;
  /** Of one node. */
  readonly children: number;
  /** For the whole. */
  readonly milliseconds: number;
}

import type { Node } from '../contract/accessibility';
import type { Failure, FailureCode, Result } from '../contract/failure';
import type { Point, Rect } from '../contract/geometry';
import type { Delivery } from '../contract/trace-event';

/** How much of a tree to read at most. What is left out is marked as a hole. */
export interface SnapshotBudget {
  readonly nodes: number;
  /** Levels below the root. */
  readonly depth: number;
  /** Children of one node. */
  readonly children: number;
  readonly milliseconds: number;
}

export const fullBudget: SnapshotBudget = {
  nodes: 20_000,
  depth: 200,
  children: 10_000,
  milliseconds: 5_000,
};

/** A tree as the platform gave it, before it has a number and an epoch. Preorder, as in `Snapshot.nodes`. */
export interface Tree {
  readonly app: string;
  readonly title: string;
  readonly nodes: readonly Node[];
}

/** One thing done to one element, or to whatever has the focus. */
export type Action =
  | { readonly kind: 'press' }
  | { readonly kind: 'set_value'; readonly value: string }
  /** Into a secure field alone. It is not read back, and no event holds it. */
  | { readonly kind: 'set_secret'; readonly value: string }
  | { readonly kind: 'select'; readonly option: string }
  | { readonly kind: 'focus' }
  | { readonly kind: 'scroll'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'show_menu' }
  /** A real pointer on the middle of what is visible of the element. */
  | { readonly kind: 'pointer'; readonly button: 'left' | 'middle' | 'right'; readonly clicks: 1 | 2 };

export type Input =
  | { readonly kind: 'type'; readonly text: string }
  /** Names as in the DOM's `KeyboardEvent.key`, modifiers first: `Control+a`, `Escape`. */
  | { readonly kind: 'key'; readonly chord: string };

/** Everything that a platform may or may not be able to do. */
export type Capability = Action['kind'] | Input['kind'] | 'screenshot' | 'element_at' | 'windows';

/** What a platform can't do is a value, with the reason and what to do instead. */
export type Ability = { readonly able: true } | { readonly able: false; readonly failure: Failure };

export type Abilities = Readonly<Record<Capability, Ability>>;

export const able: Ability = { able: true };

export function unable(sentence: string, next: string): Ability {
  return { able: false, failure: { code: 'unsupported', sentence, next } };
}

/** A window of the target, topmost first. */
export interface TargetWindow {
  readonly title: string;
  readonly bounds: Rect;
  readonly active: boolean;
  readonly modal: boolean;
}

export interface Screenshot {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Device-independent pixels: the space of `Node.bounds`. */
  readonly width: number;
  readonly height: number;
}

/** What the element looks like at this moment, read afresh: for preflight and for reading back. */
export interface LiveElement {
  readonly role: string;
  readonly name: string;
  readonly value: string | null;
  readonly states: Node['states'];
  readonly visible: boolean;
  readonly bounds: Rect | null;
  /** Where a pointer would land, and who is hit there: itself, or what covers it. */
  readonly hit: { readonly at: Point; readonly covering: string | null } | null;
}

/**
 * Failures of `act` and `input` after which it is certain that nothing reached the element. What is cancelled once something was
 * sent is `delivery_unknown`.
 */
export const refusedBeforehand: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'cancelled',
  'stale_ref',
  'unsupported',
  'invalid_input',
  'not_found',
  'not_visible',
  'not_enabled',
  'covered',
  'secure_field',
  'not_frontmost',
  'unexpected_modal',
  'program_denied',
]);

/**
 * What every adapter keeps, proved by one suite run against each: a budget is kept and what was not read is a hole; the value of a
 * secure field is never asked for; nothing is done to an element that is not the one expected; nothing is done twice; a
 * target that hangs or dies is a failure within its budget; what it can't do it says beforehand.
 *
 * A desktop, or a window that stands for one, as far as a platform lets us at it. Native handles stay behind it: what
 * goes in and out is an identity, as in `Node.identity`. Every call keeps its own time limit and never throws.
 */
export interface Adapter {
  readonly app: string;
  /** The program as a person knows it; null where the target holds several: then each is a node of role `application`. */
  readonly program: string | null;
  readonly abilities: Abilities;
  tree(budget: SnapshotBudget, signal: AbortSignal): Promise<Result<Tree>>;
  /** Failure `stale_ref` where no such element is left. Scrolls it into view first. */
  look(identity: string, signal: AbortSignal): Promise<Result<LiveElement>>;
  /**
   * Delivery is `sent` or `accepted`; whether it was observed is for the desk to say. Never repeats itself.
   * Failure `stale_ref` where the element is no longer as `expected`: it may have changed since the last look.
   * A failure that `refusedBeforehand` lists says that nothing was done; after any other it may have been.
   */
  act(
    identity: string,
    action: Action,
    expected: Pick<LiveElement, 'role' | 'name'>,
    signal: AbortSignal,
  ): Promise<Result<Delivery>>;
  /** Failure `not_frontmost` where the keys would go to another program: it is looked at right before. */
  input(input: Input, signal: AbortSignal): Promise<Result<Delivery>>;
  windows(signal: AbortSignal): Promise<Result<readonly TargetWindow[]>>;
  /** The identity of what a pointer would hit there, in the space of `Node.bounds`; null where that is not the target. */
  elementAt(point: Point, signal: AbortSignal): Promise<Result<string | null>>;
  screenshot(signal: AbortSignal): Promise<Result<Screenshot>>;
  /** Resolves once nothing has changed for `quietMs`, or after `limitMs`; says which. */
  untilQuiet(
    quietMs: number,
    limitMs: number,
    signal: AbortSignal,
  ): Promise<Result<'quiet' | 'still_changing'>>;
  close(): Promise<void>;
}

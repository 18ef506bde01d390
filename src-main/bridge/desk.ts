import type { Snapshot } from '../contract/accessibility';
import type { Failure, Result } from '../contract/failure';
import type { ActorId, BlobId, CallId, ElementRef } from '../contract/ids';
import type { ImageBlock } from '../contract/messages';
import type { Mode } from '../contract/run-options';
import type { Delivery, EventSink } from '../contract/trace-event';
import type { Abilities, Action, Input, LiveElement, TargetWindow } from './adapter';
import type { Neighbour } from './platform';

/** On whose behalf something is done. */
export interface DeskCaller {
  readonly callId: CallId;
  readonly turn: number;
  readonly signal: AbortSignal;
  readonly emit: EventSink;
  /** The agent whose knowledge of the screen it adds to and counts on: that of a plan or a script is its agent's. */
  readonly viewer: ActorId;
  /** Whether whoever asked for the call has seen what the calls before it in the turn came to. */
  readonly sees: 'earlier_turns' | 'each_result';
  /** The call's time limit stands still until what this returns is called, as while a person is asked. */
  suspendLimit(): () => void;
}

/** How a write ended. */
export interface WriteReport {
  readonly failure: Failure | null;
  /** null: refused before anything reached the target. */
  readonly delivery: Delivery | null;
  /** For the model: what was seen afterwards - a diff, or a fresh outline - as far as the mode looks. Empty in batch. */
  readonly seen: string;
  readonly picture: Picture;
}

/** The screenshot after a write. Its failure is no failure of the write. */
export type Picture =
  | { readonly kind: 'taken'; readonly blob: BlobId }
  | { readonly kind: 'not_taken'; readonly failure: Failure }
  | { readonly kind: 'not_asked' };

/** An element that was looked at, or why not, with what the model needs to go on: the changes since its ref was made. */
export type Sighting<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure; readonly seen: string };

/** Part of a snapshot: the node at `root` and all below it. */
export interface Subtree {
  readonly snapshot: Snapshot;
  readonly root: number;
}

/** What a person of this mode does around a write. */
export interface DeskPolicy {
  /** `check`: an older epoch is stale. `reidentify`: look for the same element in a fresh snapshot first. */
  readonly olderRef: 'check' | 'reidentify';
  /** Whether a fresh snapshot is taken after a write and its diff goes back with the result. */
  readonly afterWrite: 'look' | 'nothing';
}

export const deskPolicies: Readonly<Record<Mode, DeskPolicy>> = {
  sequential: { olderRef: 'reidentify', afterWrite: 'look' },
  batch: { olderRef: 'check', afterWrite: 'nothing' },
  mixed: { olderRef: 'reidentify', afterWrite: 'look' },
  planned: { olderRef: 'reidentify', afterWrite: 'look' },
};

/**
 * Text to wait for: a node whose name or value contains it, whatever the case, and which has the role, where one is given.
 * What is still busy is not there yet.
 */
export interface Awaited {
  readonly role: string | null;
  readonly name: string;
  readonly present: boolean;
}

/** From one program of the desktop to another. */
export interface Apps {
  list(caller: DeskCaller): Promise<Result<readonly Neighbour[]>>;
  open(name: string, caller: DeskCaller): Promise<WriteReport>;
}

/**
 * One run's view of a desktop: it numbers snapshots, keeps epochs, turns refs into elements, refuses what is no longer the same,
 * and reads every write back. Tools speak to it; native handles never pass it.
 */
export interface Desk {
  readonly app: string;
  readonly abilities: Abilities;
  /** The program that an element belongs to, or with null the target's own, as a person knows it; null where that is not one. */
  programOf(ref: ElementRef | null): string | null;
  /** An element as its snapshot told it: `button "Send"`; `element s9:e1` where the ref points to nothing. */
  nameOf(ref: ElementRef): string;
  /** What would be done, for a person: `Press the button "Send"`. With null: to whatever has the focus. */
  inWords(ref: ElementRef | null, deed: Action | Input): string;
  snapshot(caller: DeskCaller): Promise<Result<Snapshot>>;
  /** A fresh snapshot, and where the ref's element stands in it. */
  subtree(ref: ElementRef, caller: DeskCaller): Promise<Sighting<Subtree>>;
  /** The element as it is now, re-identified by its ref. */
  read(ref: ElementRef, caller: DeskCaller): Promise<Sighting<LiveElement>>;
  act(
    ref: ElementRef,
    action: Exclude<Action, { kind: 'set_secret' }>,
    caller: DeskCaller,
  ): Promise<WriteReport>;
  /** Into a secure field, what the person types when they are asked for it. It is not read back. */
  fillSecret(ref: ElementRef, caller: DeskCaller): Promise<WriteReport>;
  /** To the element, focused first; or, with null, to whatever has the focus. */
  input(ref: ElementRef | null, input: Input, caller: DeskCaller): Promise<WriteReport>;
  waitFor(awaited: Awaited, limitMs: number, caller: DeskCaller): Promise<Result<Snapshot>>;
  windows(caller: DeskCaller): Promise<Result<readonly TargetWindow[]>>;
  screenshot(caller: DeskCaller): Promise<Result<ImageBlock>>;
  /** The other programs of the desktop; null where the target is one program. */
  readonly apps: Apps | null;
}

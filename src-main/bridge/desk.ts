import type { Snapshot } from '../contract/accessibility';
import type { Failure, Result } from '../contract/failure';
import type { CallId, ElementRef } from '../contract/ids';
import type { ImageBlock } from '../contract/messages';
import type { RunnableMode } from '../contract/run-options';
import type { Delivery, EventSink } from '../contract/trace-event';
import type { Action, Input, LiveElement } from './adapter';

/** On whose behalf something is done. */
export interface DeskCaller {
  readonly callId: CallId;
  readonly turn: number;
  readonly signal: AbortSignal;
  readonly emit: EventSink;
}

/** How a write ended. */
export interface WriteReport {
  readonly failure: Failure | null;
  readonly delivery: Delivery;
  /** For the model: what was seen afterwards - a diff, or a fresh outline - as far as the mode looks. Empty in batch. */
  readonly seen: string;
}

/** What a person of this mode does around a write. */
export interface DeskPolicy {
  /** `check`: an older epoch is stale. `reidentify`: look for the same element in a fresh snapshot first. */
  readonly olderRef: 'check' | 'reidentify';
  /** Whether a fresh snapshot is taken after a write and its diff goes back with the result. */
  readonly afterWrite: 'look' | 'nothing';
}

export const deskPolicies: Readonly<Record<RunnableMode, DeskPolicy>> = {
  sequential: { olderRef: 'reidentify', afterWrite: 'look' },
  batch: { olderRef: 'check', afterWrite: 'nothing' },
  mixed: { olderRef: 'reidentify', afterWrite: 'look' },
};

/** Text to wait for: a node with this name (or value) and, where given, role. */
export interface Awaited {
  readonly role: string | null;
  readonly name: string;
  readonly present: boolean;
}

/**
 * One run's view of a desktop: it numbers snapshots, keeps epochs, turns refs into elements, refuses what is no longer the same,
 * and reads every write back. Tools speak to it; native handles never pass it.
 */
export interface Desk {
  readonly app: string;
  snapshot(caller: DeskCaller): Promise<Result<Snapshot>>;
  /** The element as it is now, re-identified by its ref. */
  read(ref: ElementRef, caller: DeskCaller): Promise<Result<LiveElement>>;
  act(ref: ElementRef, action: Action, caller: DeskCaller): Promise<WriteReport>;
  /** To the element, focused first; or, with null, to whatever has the focus. */
  input(ref: ElementRef | null, input: Input, caller: DeskCaller): Promise<WriteReport>;
  waitFor(awaited: Awaited, limitMs: number, caller: DeskCaller): Promise<Result<Snapshot>>;
  screenshot(caller: DeskCaller): Promise<Result<ImageBlock>>;
}

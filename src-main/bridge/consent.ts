import type { ApprovalReason } from '../contract/approval';
import type { CallId } from '../contract/ids';
import type { EventSink } from '../contract/trace-event';

/** What a person is asked about one call. */
export interface Question {
  readonly reason: ApprovalReason;
  readonly program: string;
  /** What will happen, in a sentence. */
  readonly sentence: string;
  /** What an answer for the whole run allows, in a sentence; `grantKey` is the same for a program to compare. */
  readonly grants: string;
  readonly grantKey: string;
}

/** The call on whose behalf a person is asked. */
export interface Asker {
  readonly callId: CallId;
  readonly turn: number;
  readonly signal: AbortSignal;
  readonly emit: EventSink;
}

export type Consented =
  /** `waited`: time has passed since the question, so that the target has to be looked at again. */
  | { readonly kind: 'allowed'; readonly waited: boolean; readonly secret: string | null }
  | { readonly kind: 'denied' }
  /** The call was cancelled, or the run stopped, before anybody answered. */
  | { readonly kind: 'withdrawn' };

/** The person's say over the calls of one run. It records what it asked and what was answered. */
export interface Consent {
  ask(question: Question, asker: Asker): Promise<Consented>;
  /**
   * Resolves once the person leaves the desktop to the run, or the signal aborts: mostly at once.
   * @returns whether there was anything to wait for
   */
  untilFree(signal: AbortSignal): Promise<boolean>;
}

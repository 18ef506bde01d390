import type { ApprovalReason } from '../contract/approval';
import type { Failure } from '../contract/failure';
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
  /** What the agent offers as answers. */
  readonly choices: readonly string[];
  /** Why what was typed is no answer, or null where it is one. null: nothing is typed, and what is all the same is dropped. */
  readonly accepts: ((typed: string) => Failure | null) | null;
}

/** Of a question that is answered by yes or no. */
export const yesOrNo: Pick<Question, 'choices' | 'accepts'> = { choices: [], accepts: null };

/** The call on whose behalf a person is asked. */
export interface Asker {
  readonly callId: CallId;
  readonly turn: number;
  readonly signal: AbortSignal;
  readonly emit: EventSink;
  /** The call's time limit stands still until what this returns is called. */
  suspendLimit(): () => void;
}

export type Consented =
  /** Time may have passed since the question, so that the target has to be looked at again. */
  | { readonly kind: 'allowed' /** null: nothing was. */; readonly typed: string | null }
  | { readonly kind: 'denied'; readonly why: Failure }
  /** The call was cancelled, or the run stopped, before anybody answered. */
  | { readonly kind: 'withdrawn' };

/** The person's say over the calls of one run. It records what it asked and what was answered. */
export interface Consent {
  /** Whether it need not be asked: an earlier answer covers it, or the person wants no such question. */
  allows(question: Question, asker: Asker): boolean;
  /** Waits for the answer, however long that takes. */
  ask(question: Question, asker: Asker): Promise<Consented>;
  /** Whether the person uses the desktop at this moment, so that no write may begin. */
  readonly isHeld: boolean;
  /** Resolves once the person leaves the desktop to the run, or the signal aborts: mostly at once. */
  untilFree(asker: Pick<Asker, 'signal' | 'suspendLimit'>): Promise<void>;
}

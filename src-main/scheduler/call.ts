import type { Failure } from '../contract/failure';
import type { Effect, Footprint } from '../contract/footprint';
import type { CallId } from '../contract/ids';
import type { ResultContent } from '../contract/messages';
import type { CallOutcome, Delivery } from '../contract/trace-event';
import type { TimeLimit } from './time-limit';

/** How a call's own work says that it ended. */
export interface Report {
  readonly content: readonly ResultContent[];
  readonly failure: Failure | null;
  readonly delivery: Delivery | null;
}

export type Work =
  /** `signal` is aborted on a stop and on the call's time limit. */
  | { readonly kind: 'ready'; run(signal: AbortSignal, limit: TimeLimit): Promise<Report> }
  /** It can't run: no such tool, or an input that does not fit. */
  | { readonly kind: 'refused'; readonly failure: Failure };

/** A call as it was proposed, in the model's order, with what its tool says of it. */
export interface ProposedCall {
  readonly id: CallId;
  readonly tool: string;
  readonly input: unknown;
  readonly effect: Effect;
  readonly footprint: Footprint;
  /** The program that it is about, as a person knows it; null where it is about none, or several. */
  readonly program: string | null;
  readonly work: Work;
}

/** How a call ended, as it is recorded. */
export interface Ending extends Report {
  readonly outcome: CallOutcome;
}

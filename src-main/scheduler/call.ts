import type { Failure } from '../contract/failure';
import type { Effect, Footprint } from '../contract/footprint';
import type { CallId } from '../contract/ids';
import type { Json, ResultContent, ToolResult } from '../contract/messages';
import type { CallOutcome, Delivery } from '../contract/trace-event';
import type { TimeLimit } from './time-limit';

/** How a call's own work says that it ended. */
export interface Report {
  readonly content: readonly ResultContent[];
  readonly failure: Failure | null;
  readonly delivery: Delivery | null;
  /** What the call gave, for whoever computes with it: a plan's references, a program. null where it gave nothing. */
  readonly value: Json;
}

export type Work =
  /** `signal` is aborted on a stop and on the call's time limit. */
  | {
      readonly kind: 'ready';
      /** How long it may take to end once it is told to, in milliseconds: 0, unless others work under it. */
      readonly windUpMs: number;
      run(signal: AbortSignal, limit: TimeLimit): Promise<Report>;
    }
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
  /** Earlier calls of the turn whose results its input refers to: it runs once all of them have succeeded. */
  readonly needs: readonly CallId[];
  readonly work: Work;
}

/** A call that has ended, for whoever asked for it. */
export interface SettledCall {
  readonly result: ToolResult;
  readonly outcome: CallOutcome;
  /** null for reads and for what never ran. */
  readonly delivery: Delivery | null;
  readonly value: Json;
  /** It counted as a write, and had started. */
  readonly wrote: boolean;
}

/** How a call ended, as it is recorded. */
export interface Ending extends Report {
  readonly outcome: CallOutcome;
}

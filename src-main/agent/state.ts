import type { Failure } from '../contract/failure';
import type { AssistantBlock, Message, StopReason, ToolCall, ToolResult, Usage } from '../contract/messages';
import type { Limits } from '../contract/run-options';
import type { RunStatus, StopSource, TraceBody } from '../contract/trace-event';

/** What stays the same for a whole run. */
export interface RunRules {
  readonly task: string;
  readonly limits: Limits;
  readonly parallelCalls: boolean;
}

/** What was said so far, by whom. */
export interface Conversation {
  readonly rules: RunRules;
  /** The turn it is in; 0 before the first. */
  readonly turn: number;
  readonly messages: readonly Message[];
  /** How many of the messages the model has been sent. */
  readonly sent: number;
  readonly usage: Usage;
  /** Every call id of the run, so that none comes twice. */
  readonly callIds: ReadonlySet<string>;
  /** How many of the latest answers in a row were cut off. */
  readonly cutOff: number;
}

export interface Ending {
  readonly status: RunStatus;
  readonly failure: Failure | null;
}

export type AgentState =
  | { readonly kind: 'idle'; readonly conversation: Conversation }
  | { readonly kind: 'asking'; readonly conversation: Conversation }
  | { readonly kind: 'calling'; readonly conversation: Conversation; readonly calls: readonly ToolCall[] }
  /** What is under way has been told to end; its last word is still to come. */
  | { readonly kind: 'stopping'; readonly conversation: Conversation; readonly ending: Ending }
  | { readonly kind: 'ended'; readonly ending: Ending };

export interface ModelAnswer {
  readonly content: readonly AssistantBlock[];
  readonly stopReason: StopReason;
  readonly usage: Usage;
  readonly costUsd: number | null;
}

export type AgentInput =
  | { readonly type: 'start' }
  | ({ readonly type: 'model-responded' } & ModelAnswer)
  | { readonly type: 'model-failed'; readonly failure: Failure }
  /** One result for each call, in the model's order. */
  | { readonly type: 'calls-settled'; readonly results: readonly ToolResult[] }
  | { readonly type: 'stop-requested'; readonly by: StopSource }
  | { readonly type: 'time-is-up' }
  /** The recording is broken: nobody would hear of what is done from here on. */
  | { readonly type: 'unrecorded'; readonly failure: Failure }
  /** A bug of ours was thrown somewhere: nothing of the run can be trusted to go on. */
  | { readonly type: 'broke'; readonly failure: Failure };

export type AgentEffect =
  | { readonly type: 'emit'; readonly body: TraceBody }
  | {
      readonly type: 'ask';
      readonly turn: number;
      readonly messages: readonly Message[];
      readonly parallelCalls: boolean;
    }
  | { readonly type: 'run-calls'; readonly turn: number; readonly calls: readonly ToolCall[] }
  /** Ends whatever is under way, now. */
  | { readonly type: 'cancel'; readonly reason: Failure }
  /** Comes once, last. */
  | ({ readonly type: 'end' } & Ending);

export interface Step {
  readonly state: AgentState;
  readonly effects: readonly AgentEffect[];
}

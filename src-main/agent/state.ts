import type { Failure } from '../contract/failure';
import type { ActorId, CallId } from '../contract/ids';
import type { AssistantBlock, Message, StopReason, ToolCall, ToolResult, Usage } from '../contract/messages';
import type { Limits } from '../contract/run-options';
import type { RunStatus, StopSource, TraceBody } from '../contract/trace-event';
import type { SettledCall } from '../scheduler/index';

/** What stays the same for an agent's whole conversation. */
export interface RunRules {
  readonly actor: ActorId;
  /** Whose knowledge of the screen its calls add to: whoever takes a conversation over has seen what was shown in it. */
  readonly viewer: ActorId;
  /** Stands before the ids of its calls, so that they are its own in the run; empty for the run's first agent. */
  readonly idPrefix: string;
  /** Of the whole run. */
  readonly limits: Limits;
  /** How often its own model may be asked. */
  readonly turns: number;
  readonly parallelCalls: boolean;
  /** Whether a call of the tool only reads what may have changed, so that it is better made anew than taken for a later one. */
  readonly rereads: (tool: string) => boolean;
}

/** What the run has used up so far, whoever did. */
export interface SoFar {
  /** The number that its next turn gets. */
  readonly nextTurn: number;
  /** How often a model was asked. */
  readonly turns: number;
  /** Input and output tokens, cache included. */
  readonly tokens: number;
}

/** What was said so far, by whom. */
export interface Conversation {
  readonly rules: RunRules;
  /** The turn it is in, as the run counts them; 0 before the first. */
  readonly turn: number;
  /** How many turns it has had. */
  readonly turns: number;
  readonly messages: readonly Message[];
  /** How many of the messages the model has been sent. */
  readonly sent: number;
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
  | { readonly kind: 'asking'; readonly conversation: Conversation; readonly early: Early }
  | { readonly kind: 'calling'; readonly conversation: Conversation; readonly awaited: Awaited }
  /** What is under way has been told to end; the last words that are named here are still to come. */
  | {
      readonly kind: 'stopping';
      readonly conversation: Conversation;
      readonly early: Early;
      readonly ending: Ending;
      readonly awaits: { readonly model: boolean; readonly calls: boolean };
    }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** What began while the answer was still arriving. A call whose input was not whole by then has null for it. */
export interface Early {
  /** Of the answer that is arriving, in the model's order. */
  readonly begun: readonly ToolCall[];
  /** Of an attempt whose answer was lost, and which the answer has not asked for again. */
  readonly lost: readonly ToolCall[];
}

/** What the turn's next message will be made of. */
export interface Awaited {
  /** The calls that the model is owed a result of, in its order. */
  readonly order: readonly CallId[];
  /** Of them, those that were never handed to the scheduler. */
  readonly unrun: readonly ToolResult[];
  /** Calls that ran and that the answer does not hold; it is told of their writes. */
  readonly lost: readonly ToolCall[];
  /** What is said to the model besides; null for nothing. */
  readonly note: string | null;
}

export interface ModelAnswer {
  readonly content: readonly AssistantBlock[];
  readonly stopReason: StopReason;
  readonly usage: Usage;
  readonly costUsd: number | null;
}

export type AgentInput =
  | { readonly type: 'start' }
  /** The model has moved on from this call; its id is the model's own. */
  | { readonly type: 'call-ready'; readonly call: ToolCall }
  /** The first of a call's input has arrived, and the call may begin. */
  | { readonly type: 'call-arriving'; readonly tool: string }
  /** The answer that was arriving is lost, and begins anew. */
  | { readonly type: 'attempt-lost' }
  | ({ readonly type: 'model-responded' } & ModelAnswer)
  | { readonly type: 'model-failed'; readonly failure: Failure }
  /** Every call of the turn that was handed to the scheduler. */
  | {
      readonly type: 'calls-settled';
      readonly calls: readonly SettledCall[];
      /** The call that gave the conversation to somebody else; null where none did. */
      readonly handedOver: CallId | null;
    }
  | { readonly type: 'stop-requested'; readonly by: StopSource }
  | { readonly type: 'time-is-up' }
  /** Whoever it works for ends, or is done with it. */
  | { readonly type: 'called-off'; readonly failure: Failure }
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
  /** Come next in the turn. `last`: no more of them come. */
  | {
      readonly type: 'add-calls';
      readonly turn: number;
      readonly calls: readonly ToolCall[];
      readonly last: boolean;
    }
  /** Comes next in the turn, and begins with what there is of its input. */
  | { readonly type: 'add-arriving'; readonly turn: number; readonly call: ToolCall }
  /** All the calls that began in attempts which were lost, and that the one that is arriving has not asked for so far. */
  | { readonly type: 'set-aside'; readonly calls: readonly CallId[] }
  /** What arrives now is the input of this call, which had begun in an attempt that was lost. */
  | { readonly type: 'resume-arriving'; readonly call: CallId }
  /** The answer has the whole input of a call that began before it was. */
  | { readonly type: 'input-whole'; readonly call: ToolCall }
  /** Ends whatever is under way, now. */
  | { readonly type: 'cancel'; readonly reason: Failure }
  /** Somebody else goes on with the conversation. Comes once, last. */
  | { readonly type: 'hand-over'; readonly conversation: Conversation }
  /** Comes once, last. */
  | ({ readonly type: 'end' } & Ending);

export interface Step {
  readonly state: AgentState;
  readonly effects: readonly AgentEffect[];
}

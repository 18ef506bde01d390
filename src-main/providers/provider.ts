import type { Failure } from '../contract/failure';
import type { AssistantBlock, Message, StopReason, ToolCall, Usage } from '../contract/messages';

/** A tool as a model API wants it told: JSON Schema of the input. */
export interface ToolDeclaration {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  readonly system: string;
  /** The whole conversation so far; the last message is the user's. */
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDeclaration[];
  /** Whether more than one call may come in one response. */
  readonly parallelCalls: boolean;
  readonly maxOutputTokens: number;
}

/** What a model says while it answers. Exactly one `responded` or `failed` comes, last. */
export type ModelEvent =
  /** The attempt is lost, with every block of it; the next one begins after the delay. */
  | {
      readonly type: 'retrying';
      readonly attempt: number;
      readonly delayMs: number;
      readonly failure: Failure;
    }
  | {
      readonly type: 'block-started';
      readonly block: number;
      readonly kind: 'text' | 'thinking' | 'tool_call' | 'other';
      readonly tool: string | null;
    }
  | { readonly type: 'text'; readonly block: number; readonly text: string }
  /** A piece of a call's input as it arrives: JSON text, to be appended. */
  | { readonly type: 'call-input'; readonly block: number; readonly json: string }
  /** The model has moved on from this call: its input is whole and will not change. It may begin. */
  | { readonly type: 'call-ready'; readonly block: number; readonly call: ToolCall }
  | {
      readonly type: 'responded';
      /** Tool calls carry the model's own ids, which it may have repeated. */
      readonly content: readonly AssistantBlock[];
      readonly stopReason: StopReason;
      readonly usage: Usage;
      /** US dollars; null where the price is not known. */
      readonly costUsd: number | null;
    }
  | { readonly type: 'failed'; readonly failure: Failure };

/** Someone who answers as a model: a real one over the network, or a scripted demo that is named as such. */
export interface Provider {
  /** As a person reads it: `claude-sonnet-4-5`, `Scripted demo: form-fill`. */
  readonly label: string;
  /** Never throws and never rejects: a failure is the last event, and an abort ends with `failed` and code `cancelled`. */
  respond(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

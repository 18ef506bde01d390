import type { z } from 'zod';
import type { Failure } from '../contract/failure';
import type { Effect, Footprint } from '../contract/footprint';
import type { ActorId, CallId } from '../contract/ids';
import type { Json, ResultContent } from '../contract/messages';
import type { Delivery, EventSink } from '../contract/trace-event';

/** What a tool is told besides its input. */
export interface ToolContext {
  readonly callId: CallId;
  readonly turn: number;
  /** Aborted on a stop and on the call's time limit. */
  readonly signal: AbortSignal;
  readonly emit: EventSink;
  /** The agent that the call is of, or of whose plan or script it is: what the call shows, it has seen. */
  readonly viewer: ActorId;
  /** Whether whoever asked for the call has seen what the calls before it in the turn came to. */
  readonly sees: 'earlier_turns' | 'each_result';
  /** The call's time limit stands still until what this returns is called, as while a person is asked. */
  suspendLimit(): () => void;
}

/** How a tool's work ended. A failure is said here; what is thrown instead is a bug, and is reported as `tool_threw`. */
export interface ToolOutcome {
  readonly content: readonly ResultContent[];
  readonly failure: Failure | null;
  /** null for a read. */
  readonly delivery: Delivery | null;
  /** What the call gave, for whoever computes with it: a plan's references, a program. null where it gave nothing. */
  readonly value: Json;
}

export interface ToolDefinition<I> {
  readonly name: string;
  /** For the model: what it does, when to use it, what comes back. */
  readonly description: string;
  readonly input: z.ZodType<I>;
  readonly effect: Effect;
  /** The widest footprint that any of its calls may have: for what is decided before the input is known. */
  readonly reach: Footprint;
  footprint(input: I): Footprint;
  /** The program that such a call is about, as a person knows it; null where it is about none, or several. */
  program(input: I): string | null;
  /** What such a call does, for a person who is asked about it: `Press the button "Send"`. */
  inWords(input: I): string;
  run(input: I, context: ToolContext): Promise<ToolOutcome>;
}

/** A tool whose input is still as the model sent it. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly effect: Effect;
  /** The widest footprint that any of its calls may have. */
  readonly reach: Footprint;
  /** Others work under its calls, such as a plan's tasks: once told to end, it may take a moment. */
  readonly hosts: boolean;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  prepare(input: unknown): PreparedCall | InvalidInput;
}

export interface PreparedCall {
  readonly kind: 'prepared';
  readonly footprint: Footprint;
  readonly program: string | null;
  /** `Press the button "Send"`. */
  readonly inWords: string;
  run(context: ToolContext): Promise<ToolOutcome>;
}

export interface InvalidInput {
  readonly kind: 'invalid';
  readonly failure: Failure;
}

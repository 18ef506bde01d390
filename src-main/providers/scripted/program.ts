import type { ToolCall } from '../../contract/messages';
import type { ModelRequest } from '../provider';

/** A tool call before it has an id. */
export interface ScriptedCall {
  readonly tool: string;
  readonly input: ToolCall['input'];
}

export interface ScriptedAnswer {
  readonly text: string;
  /** In order. Empty: the program is done. Where only one call may come, the first is sent and the rest is asked again. */
  readonly calls: readonly ScriptedCall[];
}

/**
 * Answers as a model would: from the messages alone, the whole conversation each time. It keeps nothing between turns, so
 * what was deferred, skipped or refused is asked again because the transcript says so.
 */
export type ScriptedProgram = (request: ModelRequest) => ScriptedAnswer;

import { FailureCode } from '../contract/failure';
import type { Message, ToolCall, ToolResult } from '../contract/messages';
import type { ScriptedCall } from '../providers/scripted/program';

/** One call that was answered, as the model sees it afterwards. */
export interface Attempt {
  /** Counts from 1; calls of one turn share it. */
  readonly turn: number;
  readonly tool: string;
  readonly input: ToolCall['input'];
  readonly text: string;
  readonly outcome: 'done' | 'failed' | 'not_run';
  readonly code: FailureCode | null;
}

export interface Transcript {
  /** The text of the first message. */
  readonly task: string;
  /** In the model's order. */
  readonly attempts: readonly Attempt[];
}

/** Reads the conversation as a model would: what was asked, and what came back for each call. */
export function readTranscript(messages: readonly Message[]): Transcript {
  const results = new Map<string, ToolResult>();
  for (const message of messages) {
    if (message.role !== 'user') continue;
    for (const block of message.content) if (block.type === 'tool_result') results.set(block.id, block);
  }
  const attempts: Attempt[] = [];
  let turn = 0;
  for (const message of messages) {
    if (message.role !== 'assistant') continue;
    turn += 1;
    for (const block of message.content) {
      const result = block.type === 'tool_call' ? results.get(block.id) : undefined;
      if (block.type === 'tool_call' && result !== undefined) attempts.push(attemptOf(turn, block, result));
    }
  }
  return { task: taskOf(messages), attempts };
}

function taskOf(messages: readonly Message[]): string {
  const first = messages.find((message) => message.role === 'user');
  return (first?.content ?? []).map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

function attemptOf(turn: number, call: ToolCall, result: ToolResult): Attempt {
  const text = result.content.map((block) => (block.type === 'text' ? unfenced(block.text) : '')).join('\n');
  const code = result.isError ? codeIn(text) : null;
  const notRun = code === 'deferred' || code === 'skipped';
  const outcome = !result.isError ? 'done' : notRun ? 'not_run' : 'failed';
  return { turn, tool: call.tool, input: call.input, text, outcome, code };
}

/** Without the lines that only say where data begins and ends. */
function unfenced(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^<\/?[a-z]+(?:-[a-z]+)*>$/.test(line))
    .join('\n');
}

/** The code that a failed result begins with, as in `stale_ref: The button moved.` */
function codeIn(text: string): FailureCode | null {
  const code = FailureCode.safeParse(/^\s*([a-z_]+):/.exec(text)?.[1]);
  return code.success ? code.data : null;
}

/** Whether the call was made and answered well. */
export function wasDone(transcript: Transcript, call: ScriptedCall): boolean {
  return transcript.attempts.some((each) => each.outcome === 'done' && isCall(each, call));
}

/** Whether the call ran, however it ended: a write that ran is not repeated by itself. */
export function hasRun(transcript: Transcript, call: ScriptedCall): boolean {
  return transcript.attempts.some((each) => each.outcome !== 'not_run' && isCall(each, call));
}

/** How often the call ran and failed. */
export function failures(transcript: Transcript, call: ScriptedCall): number {
  return transcript.attempts.filter((each) => each.outcome === 'failed' && isCall(each, call)).length;
}

export function isCall(attempt: Attempt, call: ScriptedCall): boolean {
  return attempt.tool === call.tool && JSON.stringify(attempt.input) === JSON.stringify(call.input);
}

/** The answer to the latest such call that was answered well; null where none was. */
export function answerTo(transcript: Transcript, call: ScriptedCall): string | null {
  return transcript.attempts.findLast((each) => each.outcome === 'done' && isCall(each, call))?.text ?? null;
}

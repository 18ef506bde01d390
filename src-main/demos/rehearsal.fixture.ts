import { CallId } from '../contract/ids';
import type { Message, ToolResult } from '../contract/messages';
import type { ScriptedCall, ScriptedProgram } from '../providers/scripted/program';

/** What the world says to one call. */
export interface Said {
  readonly text: string;
  readonly isError: boolean;
}

export const said = (text: string): Said => ({ text, isError: false });
export const refused = (text: string): Said => ({ text, isError: true });

export interface Rehearsed {
  /** The calls of each turn, in order. The last turn has none. */
  readonly turns: readonly (readonly ScriptedCall[])[];
  readonly finalText: string;
}

/** Between lines of their own, as what came from a tool is sent to a model. */
function fenced(text: string): string {
  return `<tool-data>\n${text}\n</tool-data>`;
}

/**
 * Plays a program against a world that a test describes, as a run would: every call gets its result in order, in the next
 * message. For tests.
 *
 * @param world answers the calls of one turn, in order
 */
export function rehearse(
  program: ScriptedProgram,
  task: string,
  world: (calls: readonly ScriptedCall[]) => readonly Said[],
  { parallelCalls = true, turnsAtMost = 60 } = {},
): Rehearsed {
  const messages: Message[] = [{ role: 'user', content: [{ type: 'text', text: task }] }];
  const turns: (readonly ScriptedCall[])[] = [];
  while (turns.length < turnsAtMost) {
    const answer = program({ system: '', messages, tools: [], parallelCalls, maxOutputTokens: 1000 });
    const calls = parallelCalls ? answer.calls : answer.calls.slice(0, 1);
    turns.push(calls);
    if (calls.length === 0) return { turns, finalText: answer.text };
    const results = world(calls);
    const id = (index: number) => CallId.parse(`call_${turns.length}_${index}`);
    messages.push({
      role: 'assistant',
      content: calls.map(({ tool, input }, index) => ({ type: 'tool_call', id: id(index), tool, input })),
    });
    messages.push({
      role: 'user',
      content: calls.map((_, index): ToolResult => {
        const { text, isError } = results[index] ?? refused('skipped: the world did not answer.');
        return {
          type: 'tool_result',
          id: id(index),
          content: [{ type: 'text', text: fenced(text) }],
          isError,
        };
      }),
    });
  }
  throw new Error(`the program did not end within ${turnsAtMost} turns`);
}

import { CallId, firstActor } from '../contract/ids';
import type { Tool, ToolContext, ToolOutcome } from './tool';

export const someContext: ToolContext = {
  callId: CallId.parse('call'),
  turn: 1,
  viewer: firstActor,
  sees: 'earlier_turns',
  signal: new AbortController().signal,
  emit: () => {},
  suspendLimit: () => () => {},
};

/** Prepares and runs a tool as the scheduler does. @throws where the input does not fit */
export function tryTool(
  tool: Tool,
  input: unknown,
  context: ToolContext = someContext,
): Promise<ToolOutcome> {
  const prepared = tool.prepare(input);
  if (prepared.kind === 'invalid') throw new Error(prepared.failure.sentence);
  return prepared.run(context);
}

export function textOf({ content }: ToolOutcome): string {
  return content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
}

/** The sentence with which an input is refused; null where it fits. */
export function whyInvalid(tool: Tool, input: unknown): string | null {
  const prepared = tool.prepare(input);
  return prepared.kind === 'invalid' ? prepared.failure.sentence : null;
}

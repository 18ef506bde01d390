import { expect } from '@playwright/test';
import { z } from 'zod';
import { apiObjection } from '../src-main/agent/api-rules.fixture';
import { CallId } from '../src-main/contract/ids';
import type { AssistantBlock, Message, ToolResult, UserBlock } from '../src-main/contract/messages';
import type { Asked } from '../src-main/providers/loopback-model.fixture';

const Text = z
  .object({ type: z.literal('text'), text: z.string() })
  .transform(({ type, text }) => ({ type, text }));
const ToolUse = z
  .object({ type: z.literal('tool_use'), id: CallId, name: z.string(), input: z.json() })
  .transform(({ id, name, input }): AssistantBlock => ({ type: 'tool_call', id, tool: name, input }));
const Result = z
  .object({
    type: z.literal('tool_result'),
    tool_use_id: CallId,
    content: z.array(Text),
    is_error: z.boolean().default(false),
  })
  .transform(
    ({ tool_use_id, content, is_error }): ToolResult => ({
      type: 'tool_result',
      id: tool_use_id,
      content,
      isError: is_error,
    }),
  );
const ApiMessage = z.discriminatedUnion('role', [
  z.object({ role: z.literal('user'), content: z.array(z.union([Text, Result])) }),
  z.object({ role: z.literal('assistant'), content: z.array(z.union([Text, ToolUse])) }),
]);

/** What these tests read of a request to the Messages API. */
export const Body = z.object({
  model: z.string(),
  tools: z.array(z.object({ name: z.string() })),
  tool_choice: z.object({ type: z.string(), disable_parallel_tool_use: z.boolean() }),
  messages: z.array(ApiMessage),
});

/** The conversation as it came over the wire, once it is sure that the API would take it. */
export function conversation(asked: Asked): readonly Message[] {
  const { messages } = Body.parse(asked.body);
  expect(apiObjection(messages)).toBeNull();
  return messages;
}

/** The results that end the conversation, in order. */
export function lastResults(asked: Asked): readonly ToolResult[] {
  const content: readonly (AssistantBlock | UserBlock)[] = conversation(asked).at(-1)?.content ?? [];
  return content.filter((block) => block.type === 'tool_result');
}

export function textOf({ content }: ToolResult): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

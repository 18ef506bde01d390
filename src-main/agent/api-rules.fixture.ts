import type { AssistantBlock, Message, UserBlock } from '../contract/messages';
import { inputObject } from '../providers/anthropic/to-api';
import { messagesObjection } from '../providers/wire-rules/index';

/**
 * What the Messages API would answer with 400 for, and one rule of ours beyond it: results come in the model's order.
 *
 * @returns the first objection, or null
 */
export function apiObjection(messages: readonly Message[]): string | null {
  const names = new Set(messages.flatMap(({ content }) => content.flatMap(namesIn)));
  const objection = messagesObjection({
    model: 'any',
    max_tokens: 1,
    tools: [...names].map((name) => ({ name })),
    messages: messages.map(({ role, content }) => ({ role, content: content.map(asSent) })),
  });
  return objection ?? orderObjection(messages);
}

function asSent(block: AssistantBlock | UserBlock): unknown {
  switch (block.type) {
    case 'text':
      return block;
    case 'opaque':
      return JSON.parse(block.json);
    case 'tool_call':
      return { type: 'tool_use', id: block.id, name: block.tool, input: inputObject(block.input) };
    case 'tool_result':
      return { type: 'tool_result', tool_use_id: block.id, is_error: block.isError };
  }
}

function namesIn(block: AssistantBlock | UserBlock): string[] {
  return block.type === 'tool_call' ? [block.tool] : [];
}

function orderObjection(messages: readonly Message[]): string | null {
  const ids = (type: 'tool_call' | 'tool_result') =>
    messages.flatMap(({ content }) => content.flatMap((block) => (block.type === type ? [block.id] : [])));
  const called = ids('tool_call').join(' ');
  const answered = ids('tool_result').join(' ');
  return called === answered ? null : `called [${called}], answered [${answered}]`;
}

import type { AssistantBlock, Message, ToolResult } from '../contract/messages';
import { fenced } from './fence';
import type { Conversation } from './state';

/** What the model said, as it can be sent back to it: without blank texts, and not at all where only thinking is left. */
export function heardFromModel(conversation: Conversation, content: readonly AssistantBlock[]): Conversation {
  const sayable = content.filter((block) => block.type !== 'text' || block.text.trim() !== '');
  if (sayable.every((block) => block.type === 'opaque')) return conversation;
  return withMessage(conversation, { role: 'assistant', content: sayable });
}

/** The next user message: every result of the turn, in the model's order. */
export function answeredByTools(conversation: Conversation, results: readonly ToolResult[]): Conversation {
  return withMessage(conversation, { role: 'user', content: results.map(fenced) });
}

export function toldByUs(conversation: Conversation, text: string): Conversation {
  return withMessage(conversation, { role: 'user', content: [{ type: 'text', text }] });
}

function withMessage(conversation: Conversation, message: Message): Conversation {
  return { ...conversation, messages: [...conversation.messages, message] };
}

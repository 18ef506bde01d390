import type { Message } from '../contract/messages';

/**
 * What the Messages API answers with 400 for, written from its rules and not from our code: the first and the last message are
 * the user's; no message and no text is empty; a call's id is of letters, digits, `_` and `-` and comes once; all the
 * results of one assistant message stand first in the very next message, which is the user's, one for each call.
 *
 * @returns the first objection, or null
 */
export function apiObjection(messages: readonly Message[]): string | null {
  if (messages[0]?.role !== 'user') return 'the first message is not of the user';
  if (messages.at(-1)?.role !== 'user') return 'the last message is not of the user';
  const known = new Set<string>();
  let awaited: string[] = [];
  for (const [place, message] of messages.entries()) {
    if (message.content.length === 0) return `message ${place} is empty`;
    for (const block of message.content) {
      if (block.type === 'text' && block.text.trim() === '') return `message ${place} has a blank text`;
    }
    const results =
      message.role === 'user' ? message.content.filter(({ type }) => type === 'tool_result') : [];
    const first = message.content.slice(0, results.length);
    if (first.some(({ type }, at) => results[at]?.type !== type))
      return `in message ${place} a text comes before a result`;
    const answered = results.map((block) => (block.type === 'tool_result' ? block.id : ''));
    if (answered.join(' ') !== awaited.join(' '))
      return `message ${place} answers [${answered.join(' ')}], not [${awaited.join(' ')}]`;
    awaited = [];
    if (message.role === 'user') continue;
    if (message.content.every(({ type }) => type === 'opaque')) return `message ${place} only thinks`;
    for (const block of message.content) {
      if (block.type !== 'tool_call') continue;
      if (!/^[a-zA-Z0-9_-]{1,128}$/.test(block.id))
        return `call id ${JSON.stringify(block.id)} is not allowed`;
      if (known.has(block.id)) return `call id ${block.id} comes twice`;
      known.add(block.id);
      awaited.push(block.id);
    }
  }
  return null;
}

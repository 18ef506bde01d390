import { CallId } from '../../../contract/ids';
import type { AssistantBlock, ToolCall } from '../../../contract/messages';
import { inputOf, isWholeInput } from '../call-input';
import type { ToolDelta } from './stream-events';

/** Under which a server tells what the model thinks, and wants it back. */
export type ThinkingField = 'reasoning_content' | 'reasoning';

export interface CallBlock {
  readonly kind: 'call';
  /** As the server counts; null where it does not. */
  readonly index: number | null;
  /** null where the server gave none. */
  readonly id: string | null;
  readonly tool: string;
  readonly json: string;
  /** What it was when it was said to be ready; null until then. */
  readonly ready: ToolCall | null;
}

/** A part of the answer while it is still coming. */
export type ChatBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thinking'; readonly field: ThinkingField; readonly text: string }
  | CallBlock;

/** A piece of a call's arguments as text. */
export function jsonIn({ function: called }: ToolDelta): string {
  const given = called?.arguments ?? '';
  return typeof given === 'string' ? given : JSON.stringify(given);
}

/**
 * Whether a piece begins a call of its own although its index is that of a call before: some servers count every call as the
 * first, some name no index, some no id.
 */
export function isAnother(call: CallBlock, delta: ToolDelta): boolean {
  const id = idIn(delta);
  const name = delta.function?.name ?? '';
  if (id !== null && call.id !== null) return id !== call.id;
  return name !== '' && isWholeInput(call.json);
}

export function idIn({ id }: ToolDelta): string | null {
  return id === null || id === undefined || id === '' ? null : String(id).slice(0, 128);
}

/**
 * @param ownId for a call that came without an id
 * @throws SyntaxError where the call names no tool
 */
export function finishedCall(call: CallBlock, ownId: string): ToolCall {
  if (call.tool === '') throw new SyntaxError('a call names no tool');
  return {
    type: 'tool_call',
    id: CallId.parse(call.id ?? ownId),
    tool: call.tool,
    input: inputOf(call.json),
  };
}

/** What is kept of a text or a thought. */
export function finishedWords(block: Exclude<ChatBlock, CallBlock>): AssistantBlock {
  if (block.kind === 'text') return { type: 'text', text: block.text };
  return { type: 'opaque', kind: block.field, json: JSON.stringify(block.text) };
}

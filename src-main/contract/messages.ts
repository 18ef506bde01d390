import { z } from 'zod';
import { BlobId, CallId } from './ids';

/** What JSON can hold. */
export const Json = z.json();
export type Json = z.infer<typeof Json>;

export const TextBlock = z.object({ type: z.literal('text'), text: z.string() });
export type TextBlock = z.infer<typeof TextBlock>;

/** The bytes lie in the run's blobs. */
export const ImageBlock = z.object({
  type: z.literal('image'),
  blob: BlobId,
  mediaType: z.enum(['image/png', 'image/jpeg']),
});
export type ImageBlock = z.infer<typeof ImageBlock>;

/** A provider's own block that has to be handed back untouched (signed thinking, for one). */
export const OpaqueBlock = z.object({ type: z.literal('opaque'), kind: z.string(), json: z.string() });
export type OpaqueBlock = z.infer<typeof OpaqueBlock>;

export const ToolCall = z.object({
  type: z.literal('tool_call'),
  id: CallId,
  tool: z.string(),
  /** As the model sent it: not yet parsed against the tool's schema. */
  input: z.json(),
});
export type ToolCall = z.infer<typeof ToolCall>;

export const ResultContent = z.discriminatedUnion('type', [TextBlock, ImageBlock]);
export type ResultContent = z.infer<typeof ResultContent>;

export const ToolResult = z.object({
  type: z.literal('tool_result'),
  id: CallId,
  content: z.array(ResultContent),
  isError: z.boolean(),
});
export type ToolResult = z.infer<typeof ToolResult>;

export const AssistantBlock = z.discriminatedUnion('type', [TextBlock, OpaqueBlock, ToolCall]);
export type AssistantBlock = z.infer<typeof AssistantBlock>;

/** Results come first, in the model's order, then text: the order that model APIs demand. */
export const UserBlock = z.discriminatedUnion('type', [ToolResult, TextBlock]);
export type UserBlock = z.infer<typeof UserBlock>;

export const Message = z.discriminatedUnion('role', [
  z.object({ role: z.literal('user'), content: z.array(UserBlock) }),
  z.object({ role: z.literal('assistant'), content: z.array(AssistantBlock) }),
]);
export type Message = z.infer<typeof Message>;

export const StopReason = z.enum([
  'end_turn',
  'tool_use',
  'max_tokens',
  'refusal',
  'stop_sequence',
  'pause_turn',
  'other',
]);
export type StopReason = z.infer<typeof StopReason>;

/** Tokens. `input` excludes what was read from or written to the cache. */
export const Usage = z.object({
  input: z.int().min(0),
  output: z.int().min(0),
  cacheRead: z.int().min(0),
  cacheWrite: z.int().min(0),
});
export type Usage = z.infer<typeof Usage>;

export const noUsage: Usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

/** Cache included. */
export function totalTokens({ input, output, cacheRead, cacheWrite }: Usage): number {
  return input + output + cacheRead + cacheWrite;
}

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    input: a.input + b.input,
    output: a.output + b.output,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite: a.cacheWrite + b.cacheWrite,
  };
}

import { z } from 'zod';

const Tokens = z.number().int().min(0).nullish();

const ApiUsage = z.object({
  input_tokens: Tokens,
  output_tokens: Tokens,
  cache_read_input_tokens: Tokens,
  cache_creation_input_tokens: Tokens,
});
export type ApiUsage = z.infer<typeof ApiUsage>;

const index = z.int().min(0);
const Typed = z.looseObject({ type: z.string() });
export type Typed = z.infer<typeof Typed>;

/** What is understood of the API's stream. */
export const StreamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message_start'), message: z.object({ usage: ApiUsage }) }),
  z.object({ type: z.literal('content_block_start'), index, content_block: Typed }),
  z.object({ type: z.literal('content_block_delta'), index, delta: Typed }),
  z.object({ type: z.literal('content_block_stop'), index }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: ApiUsage.nullish(),
  }),
  z.object({ type: z.literal('message_stop') }),
]);
export type StreamEvent = z.infer<typeof StreamEvent>;

const understood: ReadonlySet<string> = new Set(StreamEvent.options.map((option) => option.shape.type.value));

/** An event of the stream; null where it is of a kind that came after this program: those are passed over. */
export function parseStreamEvent(event: unknown): StreamEvent | null {
  const isTyped = typeof event === 'object' && event !== null && 'type' in event;
  return isTyped && understood.has(String(event.type)) ? StreamEvent.parse(event) : null;
}

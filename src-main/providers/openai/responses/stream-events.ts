import { z } from 'zod';
import { ResponsesUsage } from '../usage';

const output_index = z.int().min(0);
const delta = z.string();
const Item = z.looseObject({ type: z.string() });
export type Item = z.infer<typeof Item>;

const Whole = z.looseObject({
  output: z.array(Item).nullish(),
  usage: ResponsesUsage.nullish(),
  incomplete_details: z.looseObject({ reason: z.string().nullish() }).nullish(),
  error: z.looseObject({ message: z.string().nullish(), code: z.string().nullish() }).nullish(),
});

/** What is understood of the API's stream. */
export const StreamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response.output_item.added'), output_index, item: Item }),
  z.object({ type: z.literal('response.output_item.done'), output_index, item: Item }),
  z.object({ type: z.literal('response.output_text.delta'), output_index, delta }),
  z.object({ type: z.literal('response.refusal.delta'), output_index, delta }),
  z.object({ type: z.literal('response.reasoning_summary_text.delta'), output_index, delta }),
  z.object({ type: z.literal('response.reasoning_text.delta'), output_index, delta }),
  z.object({ type: z.literal('response.function_call_arguments.delta'), output_index, delta }),
  z.object({ type: z.literal('response.completed'), response: Whole }),
  z.object({ type: z.literal('response.incomplete'), response: Whole }),
  z.object({ type: z.literal('response.failed'), response: Whole }),
  z.looseObject({ type: z.literal('error') }),
]);
export type StreamEvent = z.infer<typeof StreamEvent>;

const understood: ReadonlySet<string> = new Set(StreamEvent.options.map((option) => option.shape.type.value));

/** An event of the stream; null where it is of a kind that says nothing new, or came after this program. */
export function parseStreamEvent(event: unknown): StreamEvent | null {
  const isTyped = typeof event === 'object' && event !== null && 'type' in event;
  return isTyped && understood.has(String(event.type)) ? StreamEvent.parse(event) : null;
}

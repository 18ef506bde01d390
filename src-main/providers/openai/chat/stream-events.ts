import { z } from 'zod';
import { ChatUsage } from '../usage';

const ToolDelta = z.looseObject({
  index: z.number().nullish(),
  id: z.union([z.string(), z.number()]).nullish(),
  function: z
    .looseObject({
      name: z.string().nullish(),
      /** Text, piece by piece; some servers send the object itself. */
      arguments: z.union([z.string(), z.record(z.string(), z.json())]).nullish(),
    })
    .nullish(),
});
export type ToolDelta = z.infer<typeof ToolDelta>;

const Part = z.looseObject({ type: z.string(), text: z.string().nullish() });

const Delta = z.looseObject({
  content: z.union([z.string(), z.array(Part)]).nullish(),
  refusal: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
  tool_calls: z.array(ToolDelta).nullish(),
});
export type Delta = z.infer<typeof Delta>;

/** What is understood of a chunk, as loosely as real servers write it. */
export const Chunk = z.looseObject({
  choices: z.array(z.looseObject({ delta: Delta.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: ChatUsage.nullish(),
  object: z.string().nullish(),
});
export type Chunk = z.infer<typeof Chunk>;

import { z } from 'zod';

const tokens = z.int().min(0).nullish();

/** What both APIs tell of tokens, each under names of its own; many servers tell less, or nothing. */
export const ChatUsage = z.looseObject({
  prompt_tokens: tokens,
  completion_tokens: tokens,
  prompt_tokens_details: z.looseObject({ cached_tokens: tokens }).nullish(),
});
export const ResponsesUsage = z.looseObject({
  input_tokens: tokens,
  output_tokens: tokens,
  input_tokens_details: z.looseObject({ cached_tokens: tokens }).nullish(),
});

/** Both count what was cached as input, too. */
export function usageOf(input: number, cached: number, output: number) {
  return { input: Math.max(0, input - cached), output, cacheRead: cached, cacheWrite: 0 };
}

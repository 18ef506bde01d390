import type { AllModels } from 'openai/resources/shared';

/** What a person chooses from where OpenAI itself is asked. Another name may be typed: at another server it has to be. */
export const openaiModelNames = [
  'gpt-5.6-sol',
  'gpt-5.6-terra',
  'gpt-5.6-luna',
  'gpt-5.4',
  'gpt-5.4-mini',
  'gpt-5.4-nano',
  'gpt-5.2',
  'gpt-5.1',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5-nano',
  'gpt-4.1',
  'gpt-4.1-mini',
  'gpt-4.1-nano',
  'o4-mini',
  'o3',
] as const satisfies readonly Known<AllModels>[];

/** The names that the SDK knows, without its `any other string`. */
type Known<Name> = Name extends string ? (string extends Name ? never : Name) : never;

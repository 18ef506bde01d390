import type { Model } from '@anthropic-ai/sdk/resources/messages';

/** The names that the SDK knows, without its `any other string`. */
export type KnownModel = Known<Model>;
type Known<Name> = Name extends string ? (string extends Name ? never : Name) : never;

/** What a person chooses from, newest first. Another name may be typed. */
export const modelNames = [
  'claude-fable-5-2',
  'claude-mythos-5-2',
  'claude-opus-5-5',
  'claude-sonnet-5-5',
  'claude-haiku-5-5',
  'claude-fable-5-1',
  'claude-mythos-5-1',
  'claude-fable-5',
  'claude-mythos-5',
  'claude-opus-5',
  'claude-sonnet-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-mythos-preview',
  'claude-opus-4-6',
  'claude-sonnet-4-6',
  'claude-opus-4-5',
  'claude-opus-4-5-20251101',
  'claude-sonnet-4-5',
  'claude-sonnet-4-5-20250929',
  'claude-haiku-4-5',
  'claude-haiku-4-5-20251001',
] as const satisfies readonly KnownModel[];

import { expect, expectTypeOf, it } from 'vitest';
import { type KnownModel, modelNames } from './models';
import { costUsd } from './prices';

const million = 1_000_000;
const none = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

it('offers exactly the models that the SDK knows', () => {
  expectTypeOf<KnownModel>().toEqualTypeOf<(typeof modelNames)[number]>();
  expect(new Set(modelNames).size).toBe(modelNames.length);
});

it.each([
  ['claude-sonnet-4-5', { ...none, input: million }, 3],
  ['claude-sonnet-4-5-20250929', { ...none, output: million }, 15],
  ['claude-opus-4-8', { ...none, cacheRead: million, cacheWrite: million }, 6.75],
  ['claude-haiku-5-5', { ...none, input: 100_000, output: 1000 }, 0.0105],
  ['claude-haiku-5-5', { ...none, input: 60_000, cacheRead: 40_001, output: 1000 }, 0.03450005],
])('tells what %s costs', (model, usage, dollars) => {
  expect(costUsd(model, usage)).toBeCloseTo(dollars, 8);
});

it.each(['claude-fable-5-2', 'claude-opus-5-6', 'claude-sonnet-4-5-fast', 'claude-mythos-preview', 'gpt'])(
  'tells no price of %s, which is not in the table',
  (model) => {
    expect(costUsd(model, { ...none, input: million })).toBeNull();
  },
);

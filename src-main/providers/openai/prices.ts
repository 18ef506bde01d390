import type { Usage } from '../../contract/messages';

/**
 * US dollars per million tokens, as they were known when this was written; not checked against a list since. Models that are not
 * in the table have no price: a wrong one would be worse.
 */
interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
}

const gpt5: Price = { input: 1.25, output: 10, cacheRead: 0.125 };

const prices: ReadonlyMap<string, Price> = new Map(
  Object.entries({
    'gpt-5.1': gpt5,
    'gpt-5': gpt5,
    'gpt-5-mini': { input: 0.25, output: 2, cacheRead: 0.025 },
    'gpt-5-nano': { input: 0.05, output: 0.4, cacheRead: 0.005 },
    'gpt-4.1': { input: 2, output: 8, cacheRead: 0.5 },
    'gpt-4.1-mini': { input: 0.4, output: 1.6, cacheRead: 0.1 },
    'gpt-4.1-nano': { input: 0.1, output: 0.4, cacheRead: 0.025 },
    o3: { input: 2, output: 8, cacheRead: 0.5 },
    'o4-mini': { input: 1.1, output: 4.4, cacheRead: 0.275 },
  }),
);

/** US dollars; null where the model's price is not known. A dated name costs what the name without the date does. */
export function costUsd(model: string, usage: Usage): number | null {
  const price = prices.get(model.replace(/-\d{4}-\d{2}-\d{2}$/, ''));
  if (price === undefined) return null;
  const millionths =
    usage.input * price.input + usage.output * price.output + usage.cacheRead * price.cacheRead;
  return millionths / 1_000_000;
}

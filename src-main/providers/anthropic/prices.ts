import type { Usage } from '../../contract/messages';

/**
 * What https://platform.claude.com/docs/en/about-claude/pricing said, as far as it was seen on the day of `pricesAsOf`. Models that are not in the table have no price:
 * a wrong one would be worse.
 */
export const pricesAsOf = '2026-10-24';

/** US dollars per million tokens. `cacheWrite` is the five-minute cache, the only one that is used here. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
}

interface PricedModel {
  readonly name: string;
  readonly price: Price;
  /** Where a prompt of more tokens than this, cache included, costs another price throughout. */
  readonly long: { readonly above: number; readonly price: Price } | null;
}

const fable = { input: 10, output: 50, cacheWrite: 12.5 };
const opus: Price = { input: 5, output: 25, cacheWrite: 6.25, cacheRead: 0.5 };
const sonnet4: Price = { input: 3, output: 15, cacheWrite: 3.75, cacheRead: 0.3 };
const sonnet5 = { input: 2, output: 10, cacheWrite: 2.5 };

const pricedModels: readonly PricedModel[] = [
  flat('claude-fable-5-1', { ...fable, cacheRead: 0.25 }),
  flat('claude-mythos-5-1', { ...fable, cacheRead: 0.25 }),
  flat('claude-fable-5', { ...fable, cacheRead: 1 }),
  flat('claude-mythos-5', { ...fable, cacheRead: 1 }),
  flat('claude-opus-5-5', { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2 }),
  flat('claude-opus-5', opus),
  flat('claude-opus-4-8', opus),
  flat('claude-opus-4-7', opus),
  flat('claude-opus-4-6', opus),
  flat('claude-opus-4-5', opus),
  flat('claude-sonnet-5-5', { ...sonnet5, cacheRead: 0.1 }),
  flat('claude-sonnet-5', { ...sonnet5, cacheRead: 0.2 }),
  flat('claude-sonnet-4-6', sonnet4),
  flat('claude-sonnet-4-5', sonnet4),
  {
    name: 'claude-haiku-5-5',
    price: { input: 0.1, output: 0.5, cacheWrite: 0.125, cacheRead: 0.01 },
    long: { above: 100_000, price: { input: 0.5, output: 2.5, cacheWrite: 0.625, cacheRead: 0.05 } },
  },
  flat('claude-haiku-4-5', { input: 1, output: 5, cacheWrite: 1.25, cacheRead: 0.1 }),
];

function flat(name: string, price: Price): PricedModel {
  return { name, price, long: null };
}

/** US dollars; null where the model's price is not known. A dated name costs what the name without the date does. */
export function costUsd(model: string, usage: Usage): number | null {
  const priced = pricedModels.find(({ name }) => model === name || isDated(model, name));
  if (priced === undefined) return null;
  const { long } = priced;
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite;
  const price = long !== null && prompt > long.above ? long.price : priced.price;
  const millionths =
    usage.input * price.input +
    usage.output * price.output +
    usage.cacheRead * price.cacheRead +
    usage.cacheWrite * price.cacheWrite;
  return millionths / 1_000_000;
}

function isDated(model: string, name: string): boolean {
  return model.startsWith(`${name}-`) && /^\d{8}$/.test(model.slice(name.length + 1));
}

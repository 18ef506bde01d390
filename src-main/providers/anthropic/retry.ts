import { APIConnectionError } from '@anthropic-ai/sdk';
import { apiAnswer } from './api-error';
import { StreamBroken } from './stream-broken';

/** What a retry policy needs of the world. */
export interface RetryChance {
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970: `retry-after` may be a date. */
  readonly now: () => number;
}

/** Errors in the middle of a stream have no status, but a type. */
const passing: ReadonlySet<string> = new Set([
  'overloaded_error',
  'api_error',
  'rate_limit_error',
  'timeout_error',
]);

/**
 * The SDK's own policy (its `shouldRetry`), and beyond it: an answer that broke off is asked for again as a whole, since
 * nothing is acted on before it is complete.
 */
export function isPassing(thrown: unknown): boolean {
  if (thrown instanceof StreamBroken || thrown instanceof APIConnectionError) return true;
  const answer = apiAnswer(thrown);
  if (answer === null) return false;
  const { status, type, headers } = answer;
  const told = headers?.get('x-should-retry');
  if (status === null) return passing.has(type);
  if (told === 'true' || told === 'false') return told === 'true';
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** The most that one timer can wait. */
const longest = 2 ** 31 - 1;

/**
 * The SDK's own waiting time: what the API asks for; else 0.5 s, doubled with each retry, 8 s at most, up to a quarter less.
 *
 * @param retries how many there have been
 */
export function delayBefore(thrown: unknown, retries: number, { random, now }: RetryChance): number {
  const asked = askedDelay(apiAnswer(thrown)?.headers ?? null, now);
  if (asked !== null && asked > 0 && asked <= longest) return asked;
  return Math.min(500 * 2 ** retries, 8_000) * (1 - random() * 0.25);
}

function askedDelay(headers: Headers | null, now: () => number): number | null {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (milliseconds > 0) return milliseconds;
  const after = headers?.get('retry-after') ?? '';
  if (after === '') return null;
  const seconds = Number.parseFloat(after);
  return Number.isNaN(seconds) ? Date.parse(after) - now() : seconds * 1000;
}

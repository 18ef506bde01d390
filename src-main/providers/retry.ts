import type { Pause } from '../contract/clock';
import { failureOf } from './failures';
import type { ModelEvent } from './provider';
import type { ReadTrouble, Trouble } from './trouble';

/** What a retry policy needs of the world. */
export interface RetryChance {
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970: `retry-after` may be a date. */
  readonly now: () => number;
}

export interface Retrying extends RetryChance {
  /** Never part of what is told. */
  readonly apiKey: string;
  /** The SDKs' own number is 2. */
  readonly maxRetries: number;
  readonly pause: Pause;
}

/** Errors in the middle of a stream have no status, but a type. */
const passing: ReadonlySet<string> = new Set([
  'overloaded_error',
  'api_error',
  'rate_limit_error',
  'timeout_error',
  'rate_limit_exceeded',
  'server_error',
]);

/**
 * The SDKs' own policy (their `shouldRetry`), and beyond it: an answer that broke off is asked for again as a whole. What is
 * left of an account is not: it will not have grown by then.
 */
export function isPassing(trouble: Trouble): boolean {
  if (trouble.kind === 'broken' || trouble.kind === 'unreachable') return true;
  if (trouble.kind === 'strange') return false;
  const { status, type, headers } = trouble.answer;
  const told = headers?.get('x-should-retry');
  if (status === null) return passing.has(type);
  if (told === 'true' || told === 'false') return told === 'true';
  if (type === 'insufficient_quota') return false;
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** The most that one timer can wait. */
const longest = 2 ** 31 - 1;

/**
 * The SDKs' own waiting time: what the API asks for; else 0.5 s, doubled with each retry, 8 s at most, up to a quarter less.
 *
 * @param retries how many there have been
 */
export function delayBefore(trouble: Trouble, retries: number, { random, now }: RetryChance): number {
  const headers = trouble.kind === 'answered' ? trouble.answer.headers : null;
  const asked = askedDelay(headers, now);
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

/**
 * Asks until there is an answer, or no hope of one; each retry is said as an event, so that the timeline shows it.
 *
 * @param adapt changes what the next attempt asks for, where the error says what it can do without; false where it doesn't
 * @throws what the last attempt threw, or the reason of an abort
 */
export async function* withRetries(
  retrying: Retrying,
  readTrouble: ReadTrouble,
  signal: AbortSignal,
  attempt: () => AsyncGenerator<ModelEvent, void>,
  adapt: (thrown: unknown) => boolean = () => false,
): AsyncGenerator<ModelEvent, void> {
  let waited = 0;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return yield* attempt();
    } catch (thrown) {
      const trouble = readTrouble(thrown);
      if (signal.aborted) throw thrown;
      const isAdapted = adapt(thrown);
      if (!isAdapted && (waited >= retrying.maxRetries || !isPassing(trouble))) throw thrown;
      const delayMs = isAdapted ? 0 : delayBefore(trouble, waited, retrying);
      if (!isAdapted) waited += 1;
      const failure = failureOf(trouble, retrying.apiKey);
      yield { type: 'retrying', attempt: attempts, delayMs, failure };
      await retrying.pause(delayMs, signal);
      signal.throwIfAborted();
    }
  }
}

import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import { ZodError } from 'zod';
import type { Pause } from '../../contract/clock';
import type { ModelEvent, Provider } from '../provider';
import { contentOf, contextExceeded, type GrowingAnswer, grow, noAnswer, stopReasonOf } from './answer';
import { cancelled, failureOf, outgrown } from './failures';
import { costUsd } from './prices';
import { delayBefore, isPassing, type RetryChance } from './retry';
import { StreamBroken } from './stream-broken';
import { parseStreamEvent } from './stream-events';
import { type LoadBlob, toApi } from './to-api';

export interface AnthropicOptions extends RetryChance {
  readonly apiKey: string;
  readonly model: string;
  /** null: the SDK's own. */
  readonly baseUrl: string | null;
  /** The SDK's own number is 2. */
  readonly maxRetries: number;
  readonly loadBlob: LoadBlob;
  readonly pause: Pause;
}

/**
 * A Claude model over the network, streamed. The SDK does not retry by itself here: each retry is said as an event, so that
 * the timeline shows it.
 */
export function anthropicProvider(options: AnthropicOptions): Provider {
  const { apiKey, baseUrl, model } = options;
  const client = new Anthropic({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  });
  return {
    label: model,
    async *respond(request, signal) {
      try {
        const asked = await toApi(model, request, options.loadBlob);
        yield* withRetries(options, signal, () => attempt(client, asked, signal));
      } catch (thrown) {
        yield { type: 'failed', failure: signal.aborted ? cancelled : failureOf(thrown, apiKey) };
      }
    },
  };
}

async function* withRetries(
  options: AnthropicOptions,
  signal: AbortSignal,
  ask: () => AsyncGenerator<ModelEvent, void>,
): AsyncGenerator<ModelEvent, void> {
  for (let retries = 0; ; retries += 1) {
    try {
      return yield* ask();
    } catch (thrown) {
      if (signal.aborted || retries >= options.maxRetries || !isPassing(thrown)) throw thrown;
      const delayMs = delayBefore(thrown, retries, options);
      const failure = failureOf(thrown, options.apiKey);
      yield { type: 'retrying', attempt: retries + 1, delayMs, failure };
      await options.pause(delayMs, signal);
      signal.throwIfAborted();
    }
  }
}

/** @throws what the SDK throws, StreamBroken, or the reason of an abort; until then events may have been yielded */
async function* attempt(
  client: Anthropic,
  asked: MessageCreateParamsStreaming,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void> {
  const stream = await client.messages.create(asked, { signal });
  let answer = noAnswer;
  for await (const event of unbroken(stream)) {
    const grown = soundly(() => {
      const parsed = parseStreamEvent(event);
      return parsed === null ? { answer, heard: [] } : grow(answer, parsed);
    });
    answer = grown.answer;
    yield* grown.heard;
  }
  signal.throwIfAborted();
  if (!answer.isStopped) throw new StreamBroken('the stream ended early');
  yield soundly(() => lastWord(answer, asked.model));
}

function lastWord(answer: GrowingAnswer, model: string): ModelEvent {
  if (answer.stopReason === contextExceeded) return { type: 'failed', failure: outgrown };
  const { usage } = answer;
  return {
    type: 'responded',
    content: contentOf(answer),
    stopReason: stopReasonOf(answer),
    usage,
    costUsd: costUsd(model, usage),
  };
}

/** What comes in and can't be understood is a broken answer, not a bug of ours. */
function soundly<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError) && !(thrown instanceof ZodError)) throw thrown;
    throw new StreamBroken('the stream does not make sense', { cause: thrown });
  }
}

/** What is thrown while an answer comes in, other than by the API itself, means that the answer broke. */
async function* unbroken(stream: AsyncIterable<unknown>): AsyncGenerator {
  try {
    yield* stream;
  } catch (thrown) {
    throw thrown instanceof Anthropic.APIError
      ? thrown
      : new StreamBroken('the stream died', { cause: thrown });
  }
}

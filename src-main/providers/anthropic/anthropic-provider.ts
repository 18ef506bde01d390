import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import { cancelled, failureOf, outgrown } from '../failures';
import type { LoadBlob } from '../load-blob';
import type { ModelEvent, Provider } from '../provider';
import { soundly, unbroken } from '../read-stream';
import { type Retrying, withRetries } from '../retry';
import { StreamBroken } from '../stream-broken';
import { contentOf, contextExceeded, type GrowingAnswer, grow, noAnswer, stopReasonOf } from './answer';
import { costUsd } from './prices';
import { parseStreamEvent } from './stream-events';
import { toApi } from './to-api';
import { troubleOf } from './trouble';

export interface AnthropicOptions extends Retrying {
  readonly model: string;
  /** null: the SDK's own. */
  readonly baseUrl: string | null;
  readonly loadBlob: LoadBlob;
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
        yield* withRetries(options, troubleOf, signal, () => attempt(client, asked, signal));
      } catch (thrown) {
        yield { type: 'failed', failure: signal.aborted ? cancelled : failureOf(troubleOf(thrown), apiKey) };
      }
    },
  };
}

/** @throws what the SDK throws, StreamBroken, or the reason of an abort; until then events may have been yielded */
async function* attempt(
  client: Anthropic,
  asked: MessageCreateParamsStreaming,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void> {
  const stream = await client.messages.create(asked, { signal });
  let answer = noAnswer;
  for await (const event of unbroken(stream, isApiError)) {
    const grown = soundly(() => {
      const parsed = parseStreamEvent(event);
      return parsed === null ? { answer, heard: [] } : grow(answer, parsed);
    });
    answer = grown.answer;
    for (const heard of grown.heard) yield heard;
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

function isApiError(thrown: unknown): boolean {
  return thrown instanceof Anthropic.APIError;
}

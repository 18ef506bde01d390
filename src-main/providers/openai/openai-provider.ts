import OpenAI from 'openai';
import { isOpenaiUrl } from '../../contract/model-server';
import { cancelled, failureOf } from '../failures';
import type { LoadBlob } from '../load-blob';
import type { ModelEvent, ModelRequest, Provider } from '../provider';
import { soundly, unbroken } from '../read-stream';
import { type Retrying, withRetries } from '../retry';
import { StreamBroken } from '../stream-broken';
import type { Api, Asking, Price } from './api';
import { chat } from './chat/chat';
import { openaiClient } from './client';
import { costUsd } from './prices';
import { type Dispensable, refusedIn } from './refused';
import { responses } from './responses/responses';
import { troubleOf } from './trouble';

export interface OpenaiOptions extends Retrying {
  readonly model: string;
  readonly api: 'responses' | 'chat';
  /** null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly loadBlob: LoadBlob;
}

/**
 * A model behind OpenAI's API, at OpenAI or at a server that speaks it, streamed. Retries are said as events, so that the timeline
 * shows them; so is a request that is made again without what the server does not take.
 */
export function openaiProvider(options: OpenaiOptions): Provider {
  return options.api === 'chat' ? providerOver(chat, options) : providerOver(responses, options);
}

function providerOver<Answer>(api: Api<Answer>, options: OpenaiOptions): Provider {
  const { apiKey, baseUrl, model, loadBlob } = options;
  const client = openaiClient(apiKey, baseUrl);
  const isOwn = isOpenaiUrl(baseUrl);
  const price: Price = (usage) => (isOwn ? costUsd(model, usage) : null);
  const refused = new Set<Dispensable>();
  return {
    label: model,
    async *respond(request, signal) {
      try {
        let asking = await api.toApi({ model, isOpenai: isOwn, refused }, request, loadBlob);
        const adapt = (thrown: unknown) => {
          const without = refusedIn(thrown, asking.sent);
          if (without !== null) refused.add(without);
          return without !== null;
        };
        yield* withRetries(
          options,
          troubleOf,
          signal,
          async function* () {
            asking = await api.toApi({ model, isOpenai: isOwn, refused }, request, loadBlob);
            yield* attempt(api, client, asking, request, price, signal);
          },
          adapt,
        );
      } catch (thrown) {
        yield { type: 'failed', failure: signal.aborted ? cancelled : failureOf(troubleOf(thrown), apiKey) };
      }
    },
  };
}

/** @throws what the SDK throws, StreamBroken, or the reason of an abort; until then events may have been yielded */
async function* attempt<Answer>(
  api: Api<Answer>,
  client: OpenAI,
  asking: Asking,
  request: ModelRequest,
  price: Price,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void> {
  signal.throwIfAborted();
  const stream = await asking.send(client, signal);
  let answer = api.begin(request);
  for await (const event of unlessWhole(stream, () => api.isWhole(answer))) {
    const grown = soundly(() => api.grow(answer, event));
    answer = grown.answer;
    for (const heard of grown.heard) yield heard;
  }
  signal.throwIfAborted();
  if (!api.isWhole(answer)) throw new StreamBroken('the stream ended early');
  yield soundly(() => api.lastWord(answer, price));
}

/** Some servers leave without a farewell: what breaks after the answer is whole breaks nothing. */
async function* unlessWhole(stream: AsyncIterable<unknown>, isWhole: () => boolean): AsyncGenerator {
  try {
    yield* unbroken(stream, (thrown) => thrown instanceof OpenAI.APIError);
  } catch (thrown) {
    if (!(thrown instanceof StreamBroken) || !isWhole()) throw thrown;
  }
}

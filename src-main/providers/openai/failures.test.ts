import { describe, expect, it } from 'vitest';
import { BlobId, CallId } from '../../contract/ids';
import type { Message } from '../../contract/messages';
import { heard } from '../listen.fixture';
import { chunk, messageItem, openaiError, responseCreated, status, stream } from './loopback-openai.fixture';
import { key, request, scripted } from './scripted-openai.fixture';

const auth = 'Open Settings and enter a key that is valid for this model.';
const check = 'Check the model name and the base URL in Settings.';

describe.each(['chat', 'responses'] as const)('over %s a failure', (api) => {
  it.each([
    [401, openaiError(`Incorrect API key: ${key}.`, { code: 'invalid_api_key' }), 'model_auth', auth],
    [403, { detail: `Forbidden: ${key}.` }, 'model_auth', auth],
    [404, { error: `model "${key}." not found, try pulling it first` }, 'model_bad_request', check],
    [
      400,
      { object: 'error', message: `${key}. is no model`, type: 'BadRequestError', code: 400 },
      'model_bad_request',
      check,
    ],
    [
      404,
      `<html><head><title>x</title></head><body><h1>404</h1> ${key}.</body></html>`,
      'model_bad_request',
      check,
    ],
  ])(
    '%i %j is not repeated, says what the server said, and never the key',
    async (code, body, failure, next) => {
      const { provider, running } = await scripted(api, [status(code, body)]);
      const events = await heard(provider, request);
      expect(events).toMatchObject([{ type: 'failed', failure: { code: failure, next } }]);
      expect(JSON.stringify(events)).toContain('(the key).');
      expect(JSON.stringify(events)).not.toContain(key);
      expect(running.asked).toHaveLength(1);
    },
  );

  it.each([
    openaiError('Too long.', { code: 'context_length_exceeded' }),
    { object: 'error', message: "This model's maximum context length is 4096 tokens.", code: 400 },
    { error: { message: 'the request exceeds the available context size' } },
  ])('of a conversation that outgrew the model says so: %j', async (body) => {
    const { provider } = await scripted(api, [status(400, body)]);
    expect(await heard(provider, request)).toMatchObject([{ failure: { code: 'model_truncated' } }]);
  });

  it('says where nobody listens', async () => {
    const { provider, running } = await scripted(api, [], { maxRetries: 0 });
    await running.close();
    expect(await heard(provider, request)).toMatchObject([
      {
        failure: {
          code: 'model_unreachable',
          sentence: "The model's service could not be reached: ECONNREFUSED",
        },
      },
    ]);
  });

  it('says where a picture is gone', async () => {
    const { provider } = await scripted(api, [], {
      loadBlob: async () => {
        throw new Error('The picture is gone.');
      },
    });
    const blob = BlobId.parse('a'.repeat(64));
    const content = [{ type: 'image', blob, mediaType: 'image/png' }] as const;
    const messages: Message[] = [
      {
        role: 'user',
        content: [{ type: 'tool_result', id: CallId.parse('a'), content: [...content], isError: false }],
      },
    ];
    expect(await heard(provider, { ...request, messages })).toMatchObject([
      { failure: { code: 'model_failed', sentence: 'The model could not be asked: The picture is gone.' } },
    ]);
  });
});

describe.each(['chat', 'responses'] as const)('over %s an abort', (api) => {
  const begun = {
    chat: [chunk({ content: 'Hello' })],
    responses: [responseCreated, ...messageItem(0, 'Hello').slice(0, 2)],
  }[api];

  it('in the middle of the stream ends it at once, and the connection is left', async () => {
    const { provider, running } = await scripted(api, [stream(begun, 'held')]);
    const stop = new AbortController();
    const events = [];
    for await (const event of provider.respond(request, stop.signal)) {
      events.push(event);
      if (event.type === 'text') stop.abort();
    }
    expect(events.at(-1)).toMatchObject({ type: 'failed', failure: { code: 'cancelled' } });
    await running.left;
  });

  it('while it waits for a retry ends it, and nothing more is asked', async () => {
    const stop = new AbortController();
    const { provider, running } = await scripted(api, [status(500, {})], { pause: async () => stop.abort() });
    expect(await heard(provider, request, stop.signal)).toMatchObject([
      { type: 'retrying' },
      { type: 'failed', failure: { code: 'cancelled' } },
    ]);
    expect(running.asked).toHaveLength(1);
  });

  it('before it asks lets nothing be asked', async () => {
    const { provider, running } = await scripted(api, []);
    expect(await heard(provider, request, AbortSignal.abort())).toMatchObject([
      { failure: { code: 'cancelled' } },
    ]);
    expect(running.asked).toHaveLength(0);
  });
});

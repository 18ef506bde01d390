import { describe, expect, it } from 'vitest';
import { BlobId, CallId } from '../../contract/ids';
import type { Message } from '../../contract/messages';
import { heard } from '../listen.fixture';
import { messageStart, status, stream, textBlock } from './loopback-anthropic.fixture';
import { key, request, scripted, started } from './scripted-anthropic.fixture';

describe('a failure', () => {
  it.each([
    [
      401,
      'authentication_error',
      'model_auth',
      'Open Settings and enter a key that is valid for this model.',
    ],
    [403, 'permission_error', 'model_auth', 'Open Settings and enter a key that is valid for this model.'],
    [400, 'invalid_request_error', 'model_bad_request', 'Check the model name and the base URL in Settings.'],
    [404, 'not_found_error', 'model_bad_request', 'Check the model name and the base URL in Settings.'],
  ])('%i is not repeated, and says what to do next', async (code, type, failure, next) => {
    const { provider, running } = await scripted([status(code, type, `No: ${key} is bad.`)]);
    const events = await heard(provider, request);
    expect(events).toMatchObject([{ type: 'failed', failure: { code: failure, next } }]);
    expect(JSON.stringify(events)).toContain('(the key) is bad.');
    expect(JSON.stringify(events)).not.toContain(key);
    expect(running.asked).toHaveLength(1);
  });

  it('says where nobody listens', async () => {
    const { provider, running } = await scripted([], { maxRetries: 0 });
    await running.close();
    expect(await heard(provider, request)).toEqual([
      {
        type: 'failed',
        failure: {
          code: 'model_unreachable',
          sentence: "The model's service could not be reached: ECONNREFUSED",
          next: 'Check the network connection and the base URL in Settings, then run the task again.',
        },
      },
    ]);
  });

  it('says where a picture is gone', async () => {
    const blob = BlobId.parse('a'.repeat(64));
    const { provider } = await scripted([], {
      loadBlob: async () => {
        throw new Error('The picture is gone.');
      },
    });
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

describe('an abort', () => {
  it('in the middle of the stream ends it at once, and the connection is left', async () => {
    const { provider, running } = await scripted([
      stream([messageStart, ...textBlock(0, 'Hello')].slice(0, -1), 'held'),
    ]);
    const stop = new AbortController();
    const events = [];
    for await (const event of provider.respond(request, stop.signal)) {
      events.push(event);
      if (event.type === 'text') stop.abort();
    }
    expect(events).toMatchObject([
      started(0, 'text'),
      { type: 'text', text: 'Hello' },
      { type: 'failed', failure: { code: 'cancelled' } },
    ]);
    await running.left;
  });

  it('while it waits for a retry ends it, and nothing more is asked', async () => {
    const stop = new AbortController();
    const { provider, running } = await scripted([status(529, 'overloaded_error', '')], {
      pause: async () => stop.abort(),
    });
    expect(await heard(provider, request, stop.signal)).toMatchObject([
      { type: 'retrying' },
      { type: 'failed', failure: { code: 'cancelled' } },
    ]);
    expect(running.asked).toHaveLength(1);
  });

  it('before it asks lets nothing be asked', async () => {
    const { provider, running } = await scripted([]);
    expect(await heard(provider, request, AbortSignal.abort())).toMatchObject([
      { type: 'failed', failure: { code: 'cancelled' } },
    ]);
    expect(running.asked).toHaveLength(0);
  });
});

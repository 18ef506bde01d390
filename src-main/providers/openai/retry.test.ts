import { describe, expect, it } from 'vitest';
import { heard } from '../listen.fixture';
import {
  chatCall,
  chunk,
  messageItem,
  openaiError,
  responseCreated,
  responseEnd,
  status,
  stream,
} from './loopback-openai.fixture';
import { hello, helloHeard, request, scripted } from './scripted-openai.fixture';

const retrying = (code: string, delayMs = 500, attempt = 1) => ({
  type: 'retrying',
  attempt,
  delayMs,
  failure: expect.objectContaining({ code }) as unknown,
});

describe.each(['chat', 'responses'] as const)('over %s a retry', (api) => {
  it.each([
    [
      '429 with retry-after',
      status(429, openaiError('Slow down.'), { 'retry-after': '7' }),
      7000,
      'model_rate_limited',
    ],
    ['500', status(500, { error: 'out of memory' }), 500, 'model_failed'],
    ['502 of a proxy', status(502, '<html><body>Bad Gateway</body></html>'), 500, 'model_failed'],
    ['503 while a model is loaded', status(503, { detail: 'loading' }), 500, 'model_failed'],
    ['a connection that is hung up', { kind: 'hang-up' } as const, 500, 'model_unreachable'],
  ])('follows %s', async (_what, answer, delayMs, code) => {
    const { provider, slept, running } = await scripted(api, [answer, stream(hello[api])]);
    expect(await heard(provider, request)).toEqual([retrying(code, delayMs), ...helloHeard]);
    expect(slept).toEqual([delayMs]);
    expect(running.asked[1]?.body).toEqual(running.asked[0]?.body);
  });

  it('is not made where the account has nothing left', async () => {
    const empty = status(
      429,
      openaiError('You exceeded your current quota.', { code: 'insufficient_quota' }),
    );
    const { provider, running } = await scripted(api, [empty]);
    expect(await heard(provider, request)).toMatchObject([{ failure: { code: 'model_auth' } }]);
    expect(running.asked).toHaveLength(1);
  });

  const begun = {
    chat: [chunk({ content: 'He' })],
    responses: [responseCreated, ...messageItem(0, 'He').slice(0, 2)],
  }[api];
  it.each([
    ['is cut', stream(begun, 'cut')],
    ['just ends', stream(begun)],
    ['is no JSON', stream([...begun, '{"choices": [}'])],
    [
      'has an event that makes no sense',
      stream([...begun, { type: 'response.output_item.added', choices: 5 }]),
    ],
  ])('asks for the whole answer again where the stream %s', async (_what, broken) => {
    const { provider } = await scripted(api, [broken, stream(hello[api])]);
    expect((await heard(provider, request)).slice(2)).toEqual([
      retrying('model_stream_broken'),
      ...helloHeard,
    ]);
  });

  it('follows an error in the middle of the stream', async () => {
    const { provider } = await scripted(api, [
      stream([...begun, openaiError('Too many requests.', { code: 'rate_limit_exceeded' })]),
      stream(hello[api]),
    ]);
    expect((await heard(provider, request)).slice(2)).toEqual([
      retrying('model_rate_limited'),
      ...helloHeard,
    ]);
  });
});

it('over responses a retry follows a response that failed', async () => {
  const failed = responseEnd('failed', { error: { code: 'server_error', message: 'Sorry.' } });
  const { provider } = await scripted('responses', [
    stream([responseCreated, failed]),
    stream(hello.responses),
  ]);
  expect(await heard(provider, request)).toEqual([
    {
      ...retrying('model_failed'),
      failure: {
        code: 'model_failed',
        sentence: 'The service failed (server_error): Sorry.',
        next: 'Run the task again in a few minutes.',
      },
    },
    ...helloHeard,
  ]);
});

it('over chat a retry is made where a call names no tool', async () => {
  const nameless = [...chatCall(0, 'call_a', '', '{}'), chunk({}, 'tool_calls')];
  const { provider } = await scripted('chat', [stream(nameless), stream(hello.chat)]);
  expect((await heard(provider, request)).slice(-4)).toEqual([
    retrying('model_stream_broken'),
    ...helloHeard,
  ]);
});

describe('what a server refuses is left out from then on', () => {
  it.each([
    [
      'by its name',
      openaiError("Unsupported parameter: 'parallel_tool_calls' is not supported with this model.", {
        param: 'parallel_tool_calls',
      }),
      400,
    ],
    ['in a sentence', { error: 'unknown field "parallel_tool_calls"' }, 400],
    [
      'in a list',
      {
        detail: [{ loc: ['body', 'parallel_tool_calls'], msg: 'Extra inputs are not permitted', type: 'x' }],
      },
      422,
    ],
    [
      'in an error of vLLM',
      { object: 'error', message: 'parallel_tool_calls is not supported', code: 400 },
      400,
    ],
  ])('where it says so %s', async (_how, body, code) => {
    for (const api of ['chat', 'responses'] as const) {
      const { provider, slept, running } = await scripted(
        api,
        [status(code, body), stream(hello[api]), stream(hello[api])],
        { maxRetries: 0 },
      );
      expect(await heard(provider, request)).toEqual([retrying('model_bad_request', 0), ...helloHeard]);
      expect(await heard(provider, request)).toEqual(helloHeard);
      expect(slept).toEqual([0]);
      expect(running.asked.map(({ body: asked }) => 'parallel_tool_calls' in (asked as object))).toEqual([
        true,
        false,
        false,
      ]);
      await running.close();
    }
  });

  it('one after the other, and the output limit is given under its other name', async () => {
    const without = (param: string) => status(400, openaiError('Unsupported.', { param }));
    const { provider, running } = await scripted('chat', [
      without('stream_options'),
      without('max_tokens'),
      stream(hello.chat),
    ]);
    expect((await heard(provider, request)).slice(2)).toEqual(helloHeard);
    expect(running.asked[2]?.body).toMatchObject({ max_completion_tokens: 1024 });
    expect(Object.keys(running.asked[2]?.body as object).toSorted()).toEqual([
      'max_completion_tokens',
      'messages',
      'model',
      'parallel_tool_calls',
      'stream',
      'tools',
    ]);
  });

  it('and no more than that: anything else that is refused is a failure', async () => {
    const { provider, running } = await scripted('responses', [
      status(400, openaiError('Please include a tool in the store.')),
    ]);
    expect(await heard(provider, request)).toMatchObject([{ failure: { code: 'model_bad_request' } }]);
    expect(running.asked).toHaveLength(1);
  });
});

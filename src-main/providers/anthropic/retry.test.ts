import { describe, expect, it } from 'vitest';
import { heard } from '../listen.fixture';
import { messageEnd, messageStart, status, stream, textBlock, toolBlock } from './loopback-anthropic.fixture';
import { hello, helloHeard, request, scripted, started } from './scripted-anthropic.fixture';

describe('a retry', () => {
  it.each([
    [
      '429 with retry-after',
      status(429, 'rate_limit_error', 'Slow down.', { 'retry-after': '7' }),
      7000,
      'model_rate_limited',
    ],
    [
      'retry-after-ms',
      status(429, 'rate_limit_error', '', { 'retry-after-ms': '1234', 'retry-after': '9' }),
      1234,
      'model_rate_limited',
    ],
    [
      'retry-after as a date',
      status(503, 'api_error', '', { 'retry-after': 'Mon, 23 Nov 2026 05:00:03 GMT' }),
      3000,
      'model_failed',
    ],
    ['529', status(529, 'overloaded_error', 'Overloaded'), 500, 'model_overloaded'],
    ['500', status(500, 'api_error', 'Internal server error'), 500, 'model_failed'],
    ['408', status(408, 'timeout_error', ''), 500, 'model_failed'],
    ['409', status(409, 'conflict_error', ''), 500, 'model_failed'],
    ['a connection that is hung up', { kind: 'hang-up' } as const, 500, 'model_unreachable'],
    [
      '400 that the API says to repeat',
      status(400, 'invalid_request_error', '', { 'x-should-retry': 'true' }),
      500,
      'model_bad_request',
    ],
  ])('follows %s', async (_what, answer, delayMs, code) => {
    const { provider, slept, running } = await scripted([answer, stream(hello)]);
    expect(await heard(provider, request)).toEqual([
      { type: 'retrying', attempt: 1, delayMs, failure: expect.objectContaining({ code }) as unknown },
      ...helloHeard,
    ]);
    expect(slept).toEqual([delayMs]);
    expect(running.asked[1]?.body).toEqual(running.asked[0]?.body);
  });

  it('waits longer each time, up to a quarter less by chance, and gives up after the last', async () => {
    const overloaded = status(529, 'overloaded_error', 'Overloaded');
    const { provider, slept, running } = await scripted([overloaded, overloaded, overloaded, overloaded], {
      maxRetries: 3,
      random: () => 1,
    });
    expect(await heard(provider, request)).toEqual([
      ...[375, 750, 1500].map((delayMs, index) => ({
        type: 'retrying',
        attempt: index + 1,
        delayMs,
        failure: expect.objectContaining({ code: 'model_overloaded' }) as unknown,
      })),
      { type: 'failed', failure: expect.objectContaining({ code: 'model_overloaded' }) as unknown },
    ]);
    expect(slept).toEqual([375, 750, 1500]);
    expect(running.asked).toHaveLength(4);
  });

  it.each([
    [
      'is cut',
      stream([messageStart, ...toolBlock(0, 'toolu_a', 'click', '{"ref":"s1:')].slice(0, -1), 'cut'),
    ],
    ['just ends', stream([messageStart, ...toolBlock(0, 'toolu_a', 'click', '{"ref":"s1:')].slice(0, -1))],
    [
      'has a call whose input is no JSON',
      stream([messageStart, ...toolBlock(0, 'toolu_a', 'click', '{"ref'), ...messageEnd('tool_use')]),
    ],
    [
      'has a delta of a block that never began',
      stream([
        messageStart,
        ...toolBlock(0, 'toolu_a', 'click', '{}').slice(0, 1),
        { type: 'content_block_stop', index: 5 } as never,
      ]),
    ],
  ])('asks for the whole answer again where the stream %s', async (_what, broken) => {
    const { provider } = await scripted([broken, stream(hello)]);
    const events = await heard(provider, request);
    expect(events.filter(({ type }) => type !== 'call-input')).toEqual([
      started(0, 'tool_call', 'click'),
      {
        type: 'retrying',
        attempt: 1,
        delayMs: 500,
        failure: expect.objectContaining({ code: 'model_stream_broken' }) as unknown,
      },
      ...helloHeard,
    ]);
  });

  it('follows an error in the middle of the stream', async () => {
    const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const { provider } = await scripted([
      stream([messageStart, ...textBlock(0, 'He'), overloaded]),
      stream(hello),
    ]);
    expect(await heard(provider, request)).toEqual([
      started(0, 'text'),
      { type: 'text', block: 0, text: 'He' },
      {
        type: 'retrying',
        attempt: 1,
        delayMs: 500,
        failure: {
          code: 'model_overloaded',
          sentence: 'The service is overloaded (overloaded_error): Overloaded',
          next: 'Wait a few minutes, then run the task again.',
        },
      },
      ...helloHeard,
    ]);
  });

  it('is not made for an error in the stream that would only come again', async () => {
    const refused = { type: 'error', error: { type: 'invalid_request_error', message: 'Too many images.' } };
    const { provider, running } = await scripted([stream([messageStart, refused])]);
    expect(await heard(provider, request)).toMatchObject([
      { type: 'failed', failure: { code: 'model_bad_request' } },
    ]);
    expect(running.asked).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { BlobId, CallId } from '../../contract/ids';
import { heard } from '../listen.fixture';
import type { Asked } from '../loopback-model.fixture';
import { stream } from './loopback-anthropic.fixture';
import { hello, key, request, scripted } from './scripted-anthropic.fixture';
import { inputObject } from './to-api';

function messagesOf(asked: Asked | undefined): unknown {
  return (asked?.body as { messages: unknown } | undefined)?.messages;
}

describe('a request', () => {
  const ephemeral = { cache_control: { type: 'ephemeral' } };

  it('carries the key, the version, the tools and three cache marks', async () => {
    const { provider, running } = await scripted([stream(hello)]);
    await heard(provider, request);
    const [asked] = running.asked;
    expect(asked).toMatchObject({ method: 'POST', path: '/v1/messages' });
    expect(asked?.headers).toMatchObject({
      authorization: `Bearer ${key}`,
      'anthropic-version': '2026-10-21',
      'content-type': 'application/json',
    });
    expect(asked?.body).toEqual({
      model: 'claude-sonnet-4-6',
      max_tokens: 1024,
      stream: true,
      system: [{ type: 'text', text: 'Be brief.', ...ephemeral }],
      tools: [
        {
          name: 'read_file',
          description: 'Reads.',
          input_schema: { type: 'object', properties: { path: { type: 'string' } } },
        },
        { name: 'click', description: 'Clicks.', input_schema: { type: 'object' }, ...ephemeral },
      ],
      tool_choice: { type: 'auto', disable_parallel_tool_use: false },
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Read both files.', ...ephemeral }] }],
    });
  });

  it('allows one call a turn where only one may come, and names no choice where there is no tool', async () => {
    const { provider, running } = await scripted([stream(hello), stream(hello)]);
    await heard(provider, { ...request, parallelCalls: false });
    await heard(provider, { ...request, tools: [], system: '' });
    expect(running.asked[0]?.body).toMatchObject({
      tool_choice: { type: 'auto', disable_parallel_tool_use: true },
    });
    expect(Object.keys(running.asked[1]?.body as object).toSorted()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'stream',
    ]);
  });

  it('sends an input that is no object as one, for the API takes nothing else', () => {
    expect([{ path: 'x' }, [1, 2], 'word', null].map(inputObject)).toEqual([
      { path: 'x' },
      { sent: [1, 2] },
      { sent: 'word' },
      { sent: null },
    ]);
  });

  it('puts every result of a turn into the next message, in order, before any text, and marks its last block', async () => {
    const { provider, running } = await scripted([stream(hello)]);
    const [a, b] = [CallId.parse('toolu_a'), CallId.parse('toolu_b')];
    const blob = BlobId.parse('b'.repeat(64));
    await heard(provider, {
      ...request,
      messages: [
        ...request.messages,
        {
          role: 'assistant',
          content: [
            { type: 'text', text: ' \n' },
            { type: 'tool_call', id: a, tool: 'screenshot', input: {} },
            { type: 'tool_call', id: b, tool: 'click', input: { ref: 's1:e2' } },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              id: a,
              content: [
                { type: 'text', text: 'Taken.' },
                { type: 'image', blob, mediaType: 'image/png' },
              ],
              isError: false,
            },
            {
              type: 'tool_result',
              id: b,
              content: [{ type: 'text', text: 'stale_ref: It moved.' }],
              isError: true,
            },
          ],
        },
      ],
    });
    const source = {
      type: 'base64',
      media_type: 'image/png',
      data: Buffer.from('picture').toString('base64'),
    };
    expect(messagesOf(running.asked[0])).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Read both files.' }] },
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'toolu_a', name: 'screenshot', input: {} },
          { type: 'tool_use', id: 'toolu_b', name: 'click', input: { ref: 's1:e2' } },
        ],
      },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 'toolu_a',
            content: [
              { type: 'text', text: 'Taken.' },
              { type: 'image', source },
            ],
          },
          {
            type: 'tool_result',
            tool_use_id: 'toolu_b',
            content: [{ type: 'text', text: 'stale_ref: It moved.' }],
            is_error: true,
            ...ephemeral,
          },
        ],
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { BlobId, CallId } from '../../contract/ids';
import type { Message } from '../../contract/messages';
import { heard } from '../listen.fixture';
import { stream } from './loopback-openai.fixture';
import { hello, key, request, scripted } from './scripted-openai.fixture';

const parameters = { type: 'object', properties: { path: { type: 'string' } } };
const [a, b, c] = ['call_a', 'call_b', 'call_c'].map((id) => CallId.parse(id)) as [CallId, CallId, CallId];
const image = { type: 'image', blob: BlobId.parse('b'.repeat(64)), mediaType: 'image/png' } as const;
const url = `data:image/png;base64,${Buffer.from('picture').toString('base64')}`;
const thought = { type: 'opaque', kind: 'reasoning_content', json: '"Look."' } as const;

const turn: Message[] = [
  ...request.messages,
  {
    role: 'assistant',
    content: [
      { type: 'text', text: ' \n' },
      { type: 'tool_call', id: a, tool: 'screenshot', input: {} },
      { type: 'tool_call', id: b, tool: 'click', input: { ref: 's1:e2' } },
      { type: 'tool_call', id: c, tool: 'click', input: '{ref' },
    ],
  },
  {
    role: 'user',
    content: [
      { type: 'tool_result', id: a, content: [{ type: 'text', text: 'Taken.' }, image], isError: false },
      {
        type: 'tool_result',
        id: b,
        content: [{ type: 'text', text: 'stale_ref: It moved.' }],
        isError: true,
      },
      { type: 'tool_result', id: c, content: [image], isError: false },
      { type: 'text', text: 'Go on.' },
    ],
  },
];

async function asked(api: 'chat' | 'responses', changed: Partial<typeof request> = {}) {
  const { provider, running } = await scripted(api, [stream(hello[api])]);
  await heard(provider, { ...request, ...changed });
  return running.asked[0]!;
}

describe('a request to Chat Completions', () => {
  it('carries the key, the tools, and what is asked', async () => {
    const { method, path, headers, body } = await asked('chat');
    expect([method, path, headers.authorization]).toEqual(['POST', '/v1/chat/completions', `Bearer ${key}`]);
    expect(body).toEqual({
      model: 'gpt-5',
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 1024,
      tools: [
        { type: 'function', function: { name: 'read_file', description: 'Reads.', parameters } },
        {
          type: 'function',
          function: { name: 'click', description: 'Clicks.', parameters: { type: 'object' } },
        },
      ],
      parallel_tool_calls: true,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Read both files.' },
      ],
    });
  });

  it('answers every call once, in order, and shows pictures in the message after', async () => {
    const { body } = await asked('chat', { system: '', messages: turn });
    expect(body).toMatchObject({
      messages: [
        { role: 'user', content: 'Read both files.' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'call_a', type: 'function', function: { name: 'screenshot', arguments: '{}' } },
            { id: 'call_b', type: 'function', function: { name: 'click', arguments: '{"ref":"s1:e2"}' } },
            {
              id: 'call_c',
              type: 'function',
              function: { name: 'click', arguments: '{"unreadable":"{ref"}' },
            },
          ],
        },
        { role: 'tool', tool_call_id: 'call_a', content: 'Taken.' },
        { role: 'tool', tool_call_id: 'call_b', content: 'stale_ref: It moved.' },
        { role: 'tool', tool_call_id: 'call_c', content: 'The picture follows.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'From the result of the call call_a:' },
            { type: 'image_url', image_url: { url } },
            { type: 'text', text: 'From the result of the call call_c:' },
            { type: 'image_url', image_url: { url } },
            { type: 'text', text: 'Go on.' },
          ],
        },
      ],
    });
  });

  it('hands thoughts back under the name under which they came', async () => {
    const messages: Message[] = [
      ...request.messages,
      { role: 'assistant', content: [thought, { type: 'text', text: 'So.' }] },
      { role: 'user', content: [{ type: 'text', text: 'Go on.' }] },
    ];
    const { body } = await asked('chat', { messages });
    expect((body as { messages: unknown[] }).messages[2]).toEqual({
      role: 'assistant',
      content: 'So.',
      reasoning_content: 'Look.',
    });
  });
});

describe('a request to the Responses API', () => {
  it('carries the key, the tools, and what is asked, and lets nothing be stored', async () => {
    const { method, path, headers, body } = await asked('responses');
    expect([method, path, headers.authorization]).toEqual(['POST', '/v1/responses', `Bearer ${key}`]);
    const tool = { type: 'function', strict: false };
    expect(body).toEqual({
      model: 'gpt-5',
      stream: true,
      store: false,
      include: ['reasoning.encrypted_content'],
      max_output_tokens: 1024,
      instructions: 'Be brief.',
      tools: [
        { ...tool, name: 'read_file', description: 'Reads.', parameters },
        { ...tool, name: 'click', description: 'Clicks.', parameters: { type: 'object' } },
      ],
      parallel_tool_calls: true,
      input: [{ type: 'message', role: 'user', content: 'Read both files.' }],
    });
  });

  it('answers every call once, in order, with its pictures in it', async () => {
    const { body } = await asked('responses', { messages: turn });
    const picture = { type: 'input_image', image_url: url, detail: 'auto' };
    const type = 'function_call_output';
    expect(body).toMatchObject({
      input: [
        { role: 'user', content: 'Read both files.' },
        { type: 'function_call', call_id: 'call_a', name: 'screenshot', arguments: '{}' },
        { type: 'function_call', call_id: 'call_b', name: 'click', arguments: '{"ref":"s1:e2"}' },
        { type: 'function_call', call_id: 'call_c', name: 'click', arguments: '{"unreadable":"{ref"}' },
        { type, call_id: 'call_a', output: [{ type: 'input_text', text: 'Taken.' }, picture] },
        { type, call_id: 'call_b', output: 'stale_ref: It moved.' },
        { type, call_id: 'call_c', output: [picture] },
        { role: 'user', content: 'Go on.' },
      ],
    });
  });
});

it.each(['chat', 'responses'] as const)(
  'over %s one call a turn is asked for where only one may come',
  async (api) => {
    expect((await asked(api, { parallelCalls: false })).body).toMatchObject({ parallel_tool_calls: false });
    expect((await asked(api, { tools: [] })).body).not.toHaveProperty('parallel_tool_calls');
  },
);

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { chatWire } from './chat-wire';
import { messagesWire } from './messages-wire';
import { type ModelServer, type Session, startModelServer } from './model-server';
import { calls, endOf, plans, type Reply, says, wholeAt } from './reply';
import { responsesWire } from './responses-wire';

let server: ModelServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const reply: Reply = {
  waitMs: 0,
  blocks: [says('I look.'), calls('a', 'read', { n: 1 }), calls('b', 'read', { text: 'ä"🙂' })],
};
const inputs = [{ n: 1 }, { text: 'ä"🙂' }];

async function session(said: Reply = reply): Promise<Session> {
  server = await startModelServer();
  return server.open(() => said);
}

const parsed = (text: string): unknown => JSON.parse(text);
const none = { apiKey: 'none', maxRetries: 0 };
const model = 'm';
const ask = { role: 'user', content: 'do it' } as const;

describe('what the SDKs hear', () => {
  it('by the Messages API, whole and streamed', async () => {
    const { origin } = await session();
    const { messages } = new Anthropic({ ...none, baseURL: origin });
    const asked = { model, max_tokens: 9, messages: [ask] };
    const whole = await messages.create(asked);
    const streamed = await messages.stream(asked).finalMessage();
    for (const { content, stop_reason } of [whole, streamed]) {
      expect(stop_reason).toBe('tool_use');
      expect(content[0]).toMatchObject({ type: 'text', text: 'I look.' });
      expect(content.flatMap((block) => (block.type === 'tool_use' ? [block.input] : []))).toEqual(inputs);
    }
  });

  it('by the Chat Completions API, whole and streamed', async () => {
    const { origin } = await session();
    const { completions } = new OpenAI({ ...none, baseURL: `${origin}/v1` }).chat;
    const whole = await completions.create({ model, messages: [ask] });
    const streamed = await completions.stream({ model, messages: [ask] }).finalChatCompletion();
    for (const { choices } of [whole, streamed]) {
      expect(choices[0]?.finish_reason).toBe('tool_calls');
      expect(choices[0]?.message.content).toBe('I look.');
      const given = choices[0]?.message.tool_calls?.map((call) =>
        call.type === 'function' ? parsed(call.function.arguments) : null,
      );
      expect(given).toEqual(inputs);
    }
  });

  it('by the Responses API, whole and streamed', async () => {
    const { origin } = await session();
    const { responses } = new OpenAI({ ...none, baseURL: `${origin}/v1` });
    const whole = await responses.create({ model, input: 'do it' });
    const streamed = await responses.stream({ model, input: 'do it' }).finalResponse();
    for (const { output, output_text } of [whole, streamed]) {
      expect(output_text).toBe('I look.');
      const given = output.flatMap((item) => (item.type === 'function_call' ? [parsed(item.arguments)] : []));
      expect(given).toEqual(inputs);
    }
  });
});

describe('a request that breaks the rules', () => {
  const post = (url: string, body: unknown) =>
    fetch(url, { method: 'POST', body: JSON.stringify(body) }).then(({ status }) => status);

  it('is refused, told, and not answered as a turn', async () => {
    const open = await session();
    const unanswered = [ask, { role: 'assistant', content: null, tool_calls: [] }];
    expect(await post(`${open.origin}/v1/messages`, { model, max_tokens: 1, messages: [] })).toBe(400);
    expect(await post(`${open.origin}/v1/chat/completions`, { model, messages: unanswered })).toBe(400);
    expect(await post(`${open.origin}/v1/responses`, { model, input: '' })).toBe(400);
    expect(
      await post(`${open.origin}/v1/responses`, { model, input: 'go on', previous_response_id: 'resp_1' }),
    ).toBe(400);
    expect(await post(`${open.origin}/v1/complete`, {})).toBe(404);
    expect(open.objections).toHaveLength(4);
    expect(open.objections.at(-1)).toBe('there is no response resp_1 here');
    expect(open.turns).toBe(0);
  });

  it('counts in its own session alone', async () => {
    const first = await session();
    const second = server?.open(() => reply) ?? first;
    await post(`${first.origin}/v1/messages`, {});
    await post(`${second.origin}/v1/messages`, { model, max_tokens: 1, messages: [ask] });
    expect([first.objections.length, first.turns]).toEqual([1, 0]);
    expect([second.objections.length, second.turns]).toEqual([0, 1]);
  });
});

it('reads what was asked alike, whatever the API', () => {
  const result = { results: [{ id: 'a', text: 'so' }], parallel: false, streams: true, tools: ['read'] };
  const stream = true;
  expect(
    messagesWire.read({
      stream,
      tools: [{ name: 'read' }],
      tool_choice: { type: 'auto', disable_parallel_tool_use: true },
      messages: [
        ask,
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'a', content: [{ type: 'text', text: 'so' }] }],
        },
      ],
    }),
  ).toEqual(result);
  expect(
    chatWire.read({
      stream,
      parallel_tool_calls: false,
      tools: [{ type: 'function', function: { name: 'read' } }],
      messages: [ask, { role: 'tool', tool_call_id: 'a', content: 'so' }],
    }),
  ).toEqual(result);
  expect(
    responsesWire.read({
      stream,
      parallel_tool_calls: false,
      tools: [{ type: 'function', name: 'read' }],
      input: [
        ask,
        { type: 'function_call', call_id: 'a' },
        { type: 'function_call_output', call_id: 'a', output: 'so' },
      ],
    }),
  ).toEqual(result);
});

describe('the time of a streamed response', () => {
  const slow: Reply = {
    waitMs: 100,
    blocks: [calls('a', 'read', { n: 1 }, 50), calls('b', 'read', { n: 2 }, 30)],
  };

  it('has each block whole when it was written', () => {
    expect(wholeAt(slow)).toEqual([150, 180]);
    expect(endOf(slow)).toBe(180);
  });

  it.each([
    ['messages', messagesWire, 'content_block_stop'],
    ['responses', responsesWire, 'response.output_item.done'],
  ])('is told alike by %s', (_, wire, done) => {
    const frames = wire.frames(slow, '1');
    expect(frames[0]?.at).toBe(100);
    expect(frames.filter(({ sse }) => sse.includes(`event: ${done}`)).map(({ at }) => at)).toEqual([
      150, 180,
    ]);
    expect(frames.map(({ at }) => at)).toEqual(frames.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('has a plan come task by task, in pieces that make one JSON', () => {
    const tasks = [1, 2, 3].map((id) => ({ id, tool: 'read', input: { n: id } }));
    const plan = plans('p', tasks, 20);
    expect(wholeAt({ waitMs: 5, blocks: [plan] })).toEqual([65]);
    const texts = plan.kind === 'call' ? plan.pieces.map(({ json }) => json) : [];
    expect(texts).toHaveLength(3);
    expect(JSON.parse(texts.join(''))).toEqual({ tasks });
  });
});

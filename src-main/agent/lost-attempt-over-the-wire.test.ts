import { afterEach, describe, expect, it } from 'vitest';
import { anthropicProvider } from '../providers/anthropic/anthropic-provider';
import * as anthropic from '../providers/anthropic/loopback-anthropic.fixture';
import { type Answer, gate, type LoopbackModel, loopbackModel } from '../providers/loopback-model.fixture';
import * as openai from '../providers/openai/loopback-openai.fixture';
import { openaiProvider } from '../providers/openai/openai-provider';
import type { Provider } from '../providers/provider';
import { watchedRun } from './lost-attempt.fixture';

type Api = 'messages' | 'chat' | 'responses';

interface Wanted {
  readonly tool: string;
  readonly on: string;
}

/** How each API says what an answer is made of. */
interface Wire {
  /** These calls, with the model moved on from each; the answer is not over. */
  readonly begins: (calls: readonly Wanted[], name: string) => Answer & { kind: 'stream' };
  readonly whole: (calls: readonly Wanted[], name: string) => Answer;
  readonly words: Answer;
  /** An error in the middle of the stream, after which the whole is asked for again. */
  readonly overloaded: Buffer;
}

const json = ({ on }: Wanted) => JSON.stringify({ on });

const messages = (events: Parameters<typeof anthropic.stream>[0]) =>
  anthropic.stream([anthropic.messageStart, ...events]) as Answer & { kind: 'stream' };
const anthropicCalls = (calls: readonly Wanted[], name: string) =>
  calls.flatMap((call, at) => anthropic.toolBlock(at, `${name}_${at}`, call.tool, json(call)));
const chatCalls = (calls: readonly Wanted[], name: string) =>
  calls.flatMap((call, at) => openai.chatCall(at, `${name}_${at}`, call.tool, json(call)));
const responsesCalls = (calls: readonly Wanted[], name: string) =>
  calls.flatMap((call, at) => openai.callItem(at, `${name}_${at}`, call.tool, json(call)));
const stream = (events: Parameters<typeof openai.stream>[0]) =>
  openai.stream(events) as Answer & { kind: 'stream' };

const wires: Readonly<Record<Api, Wire>> = {
  messages: {
    begins: (calls, name) =>
      messages([...anthropicCalls(calls, name), ...anthropic.textBlock(calls.length, 'So').slice(0, 2)]),
    whole: (calls, name) => messages([...anthropicCalls(calls, name), ...anthropic.messageEnd('tool_use')]),
    words: messages([...anthropic.textBlock(0, 'Done.'), ...anthropic.messageEnd('end_turn')]),
    overloaded: Buffer.from(
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
    ),
  },
  chat: {
    begins: (calls, name) => stream([...chatCalls(calls, name), openai.chunk({ content: 'So' })]),
    whole: (calls, name) => stream([...chatCalls(calls, name), ...openai.chatEnd('tool_calls')]),
    words: stream([openai.chunk({ content: 'Done.' }), ...openai.chatEnd('stop')]),
    overloaded: openai.sse([openai.openaiError('Too many.', { code: 'rate_limit_exceeded' })]),
  },
  responses: {
    begins: (calls, name) =>
      stream([
        openai.responseCreated,
        ...responsesCalls(calls, name),
        openai.messageItem(calls.length, 'So')[0]!,
      ]),
    whole: (calls, name) =>
      stream([openai.responseCreated, ...responsesCalls(calls, name), openai.responseEnd('completed')]),
    words: stream([
      openai.responseCreated,
      ...openai.messageItem(0, 'Done.'),
      openai.responseEnd('completed'),
    ]),
    overloaded: openai.sse([
      openai.responseEnd('failed', { error: { code: 'server_error', message: 'Sorry.' } }),
    ]),
  },
};

let server: LoopbackModel | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

function providerOf(api: Api, { baseUrl }: LoopbackModel): Provider {
  const common = {
    apiKey: 'sk-test-0123456789',
    maxRetries: 2,
    loadBlob: async () => Buffer.from('picture'),
    pause: async () => undefined,
    random: () => 0,
    now: () => 0,
  };
  if (api === 'messages') return anthropicProvider({ ...common, model: 'claude-sonnet-4-6', baseUrl });
  return openaiProvider({ ...common, model: 'gpt-5', api, baseUrl: `${baseUrl}/v1` });
}

const look: Wanted = { tool: 'look', on: 'all' };
const press: Wanted = { tool: 'press', on: 'ok' };

/** A run whose first attempt is lost, in this way, once what it asked for has begun; then the script goes on. */
async function losing(
  api: Api,
  how: 'dies' | 'is replaced',
  asksFor: readonly Wanted[],
  script: readonly Answer[],
) {
  const wire = wires[api];
  const now = Promise.resolve();
  const { opened, open } = gate();
  const first = wire.begins(asksFor, 'first').bytes;
  const then = how === 'dies' ? Buffer.from(':\n') : wire.overloaded;
  const running = await loopbackModel([
    {
      kind: 'stages',
      stages: [
        { open: now, bytes: first },
        { open: opened, bytes: then },
      ],
    },
    ...script,
  ]);
  server = running;
  const run = watchedRun(providerOf(api, running));
  await run.untilRan(asksFor.length);
  open();
  return { ...run, sent: () => running.asked.map(({ body }) => JSON.stringify(body)) };
}

const ways = (['messages', 'chat', 'responses'] as const).flatMap((api) =>
  (['dies', 'is replaced'] as const).map((how) => [api, how] as const),
);

describe.each(ways)('over %s, an answer that %s after its calls have begun', (api, how) => {
  const { whole, words } = wires[api];

  it('has each of them done once where the next one asks for them again', async () => {
    const run = await losing(api, how, [look, press], [whole([look, press], 'second'), words]);
    expect(await run.over()).toBe('completed');
    expect(run.ran).toEqual(['look all', 'press ok']);
    expect(run.ends()).toEqual(['look all: succeeded', 'press ok: succeeded observed']);
    expect(run.bodies.filter(({ type }) => type === 'model-retrying')).toHaveLength(1);
    expect(run.sent().at(-1)).toContain('press ok after 1 writes');
  });

  it('has its write told where the next one asks for something else', async () => {
    const other = { tool: 'save', on: 'x' };
    const run = await losing(api, how, [look, press], [whole([other], 'second'), words]);
    expect(await run.over()).toBe('completed');
    expect(run.ran).toEqual(['look all', 'press ok', 'save x']);
    const [, , last] = run.sent();
    expect(last).toMatch(/had begun press\(.{1,40}\)[^]*not repeated[^]*press ok after 1 writes/);
    expect(last).not.toContain('look all after');
  });

  it('has its write recorded where no answer comes any more', async () => {
    const run = await losing(api, how, [press], []);
    expect(await run.over()).toBe('failed');
    expect([run.ran, run.ends()]).toEqual([['press ok'], ['press ok: succeeded observed']]);
  });
});

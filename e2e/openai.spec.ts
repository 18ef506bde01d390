import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import type { ElementRef } from '../src-main/contract/ids';
import { parseOutline } from '../src-main/contract/outline';
import type { OpenaiApi } from '../src-main/contract/run-options';
import {
  type Asked,
  type LoopbackModel,
  loopbackModel,
  type Scripted,
} from '../src-main/providers/loopback-model.fixture';
import {
  callItem,
  chatCall,
  chatEnd,
  chunk,
  messageItem,
  openaiError,
  responseCreated,
  responseEnd,
  status,
  stream,
} from '../src-main/providers/openai/loopback-openai.fixture';
import { outcomeIn, reading } from './command-line';
import { expectNowhere } from './nowhere';

const key = 'sk-test-0123456789abcdefghij';
const fenced = /^<tool-data>\n[^]*\n<\/tool-data>$/;

let home: string;
let server: LoopbackModel;
test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-openai-'));
});
test.afterEach(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

const Body = z.object({
  model: z.string(),
  parallel_tool_calls: z.boolean(),
  messages: z.array(z.looseObject({ role: z.string() })).default([]),
  input: z.array(z.looseObject({ type: z.string() })).default([]),
});
const Result = z.union([
  z.looseObject({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
  z.looseObject({ type: z.literal('function_call_output'), call_id: z.string(), output: z.string() }),
]);

/** The results that end the conversation, in order, over either API. */
function lastResults({ body }: Asked): readonly { readonly id: string; readonly text: string }[] {
  const { messages, input } = Body.parse(body);
  const items = [...messages, ...input];
  const isResult = (item: unknown) => Result.safeParse(item).success;
  const last = items.findLastIndex((item) => !isResult(item));
  return items.slice(last + 1).map((item) => {
    const result = Result.parse(item);
    return 'role' in result
      ? { id: String(result.tool_call_id), text: String(result.content) }
      : { id: result.call_id, text: result.output };
  });
}

/** Finds the field in the outline that came over the wire, as a model has to. */
function searchField(asked: Asked): ElementRef {
  const outline = parseOutline(lastResults(asked)[0]?.text ?? '');
  const field = outline?.nodes.find(({ role, name }) => role === 'searchbox' && name === 'Search tickets');
  if (field === undefined) throw new Error('the snapshot does not show the field');
  return field.ref;
}

const setValue = (asked: Asked) => JSON.stringify({ ref: searchField(asked), value: 'printer' });
const slowDown = status(429, openaiError(`The key ${key} asks too often.`), { 'retry-after': '0.2' });

const scripts: Readonly<Record<OpenaiApi, readonly Scripted[]>> = {
  chat: [
    stream([
      chunk({ role: 'assistant', content: 'I will look first.' }),
      ...chatCall(0, 'call_look', 'snapshot', '{}'),
      ...chatCall(1, 'call_list', 'list_files', '{"path"', ': "."}'),
      ...chatEnd('tool_calls'),
    ]),
    (asked) => stream([...chatCall(0, 'call_set', 'set_value', setValue(asked)), ...chatEnd('stop')]),
    slowDown,
    stream([chunk({ content: 'I searched for printer.' }), ...chatEnd('stop')]),
  ],
  responses: [
    stream([
      responseCreated,
      ...messageItem(0, 'I will ', 'look first.'),
      ...callItem(1, 'call_look', 'snapshot', '{}'),
      ...callItem(2, 'call_list', 'list_files', '{"path"', ': "."}'),
      responseEnd('completed'),
    ]),
    (asked) =>
      stream([
        responseCreated,
        ...callItem(0, 'call_set', 'set_value', setValue(asked)),
        responseEnd('completed'),
      ]),
    slowDown,
    stream([responseCreated, ...messageItem(0, 'I searched for printer.'), responseEnd('completed')]),
  ],
};

async function interlock(api: OpenaiApi, mode: string, environmentKey: string) {
  server = await loopbackModel(scripts[api]);
  const settings = { openaiBaseUrl: `${server.baseUrl}/v1`, openaiApi: api };
  await writeFile(join(home, 'settings.json'), JSON.stringify(settings));
  const words = [
    'run',
    'Search for printer',
    '--provider',
    'openai',
    '--model',
    'm',
    '--mode',
    mode,
    '--json',
  ];
  return promisify(execFile)('npm', ['run', '-s', 'interlock', '--', ...words], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, INTERLOCK_HOME: home, OPENAI_API_KEY: environmentKey },
  });
}

for (const [api, path] of [
  ['chat', '/v1/chat/completions'],
  ['responses', '/v1/responses'],
] as const) {
  test(`over ${api} a model looks, acts on what it saw, waits when told to, and ends`, async () => {
    const { stdout, stderr } = await interlock(api, 'mixed', key);
    const outcome = outcomeIn(stdout);
    expect(outcome).toMatchObject({
      status: 'completed',
      mode: 'mixed',
      turns: 3,
      calls: 3,
      maxConcurrency: 2,
      hazards: 0,
      writesDelivered: 1,
      verified: null,
      failure: null,
    });
    expect(server.asked.map((asked) => asked.path)).toEqual(Array<string>(4).fill(path));
    for (const { headers, body } of server.asked) {
      expect(headers.authorization).toBe(`Bearer ${key}`);
      expect(Body.parse(body).parallel_tool_calls).toBe(true);
    }
    const results = server.asked.map(lastResults);
    expect(results.map((each) => each.map(({ id }) => id))).toEqual([
      [],
      ['call_look', 'call_list'],
      ['call_set'],
      ['call_set'],
    ]);
    for (const { text } of results.flat()) expect(text).toMatch(fenced);
    const [, , third, fourth] = server.asked;
    expect(fourth?.body, 'what is asked again is the same').toEqual(third?.body);

    const { events } = await reading(outcome.trace);
    expect(events.filter(({ type }) => type === 'model-retrying')).toMatchObject([
      { turn: 3, attempt: 1, delayMs: 200, failure: { code: 'model_rate_limited' } },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', status: 'completed', failure: null });
    await expectNowhere(key, home);
    expect(stdout + stderr).not.toContain(key);
  });
}

test('in sequential mode, at a server that needs no key, one call is asked for, and a second is not run', async () => {
  const { stdout } = await interlock('chat', 'sequential', '');
  expect(outcomeIn(stdout)).toMatchObject({ status: 'completed', turns: 3, calls: 3, maxConcurrency: 1 });
  for (const { headers, body } of server.asked) {
    expect(headers.authorization).toBe('Bearer interlock-sends-no-key');
    expect(Body.parse(body).parallel_tool_calls).toBe(false);
  }
  const [looked, listed] = lastResults(server.asked[1]!);
  expect([looked?.id, listed?.id]).toEqual(['call_look', 'call_list']);
  expect(listed?.text).toMatch(/^deferred:\n<tool-data>\n/);
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { ElementRef } from '../src-main/contract/ids';
import { parseOutline } from '../src-main/contract/outline';
import {
  messageEnd,
  messageStart,
  status,
  stream,
  textBlock,
  toolBlock,
} from '../src-main/providers/anthropic/loopback-anthropic.fixture';
import { type Asked, type LoopbackModel, loopbackModel } from '../src-main/providers/loopback-model.fixture';
import { outcomeIn, reading } from './command-line';
import { Body, lastResults, textOf } from './messages-api';
import { expectNowhere } from './nowhere';

const key = 'sk-ant-test-0123456789abcdefghij';
const fenced = /^<tool-data>\n[^]*\n<\/tool-data>$/;

let home: string;
let server: LoopbackModel;
test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-anthropic-'));
});
test.afterEach(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

/** Finds the field in the outline that came over the wire, as a model has to. */
function searchField(asked: Asked): ElementRef {
  const [looked] = lastResults(asked);
  const outline = parseOutline(looked === undefined ? '' : textOf(looked));
  const field = outline?.nodes.find(({ role, name }) => role === 'searchbox' && name === 'Search tickets');
  if (field === undefined) throw new Error('the snapshot does not show the field');
  return field.ref;
}

const script = [
  stream([
    messageStart,
    ...textBlock(0, 'I will ', 'look first.'),
    ...toolBlock(1, 'toolu_look', 'snapshot', '{}'),
    ...toolBlock(2, 'toolu_list', 'list_files', '{"path"', ': "."}'),
    ...messageEnd('tool_use'),
  ]),
  (asked: Asked) =>
    stream([
      messageStart,
      ...toolBlock(
        0,
        'toolu_set',
        'set_value',
        JSON.stringify({ ref: searchField(asked), value: 'printer' }),
      ),
      ...messageEnd('tool_use'),
    ]),
  status(429, 'rate_limit_error', `The key ${key} asks too often.`, { 'retry-after': '0.2' }),
  stream([messageStart, ...textBlock(0, 'I searched for printer.'), ...messageEnd('end_turn')]),
];

async function interlock(mode: string) {
  server = await loopbackModel(script);
  await writeFile(join(home, 'settings.json'), JSON.stringify({ anthropicBaseUrl: server.baseUrl }));
  return promisify(execFile)(
    'npm',
    ['run', '-s', 'interlock', '--', 'run', 'Search for printer', '--model', 'm', '--mode', mode, '--json'],
    {
      cwd: resolve(import.meta.dirname, '..'),
      env: { ...process.env, INTERLOCK_HOME: home, ANTHROPIC_API_KEY: key },
    },
  );
}

test('a model over the wire looks, acts on what it saw, waits when told to, and ends', async () => {
  const { stdout, stderr } = await interlock('mixed');
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

  expect(server.asked.map(({ path }) => path)).toEqual(Array<string>(4).fill('/v1/messages'));
  for (const { headers, body } of server.asked) {
    expect(headers.authorization).toBe(`Bearer ${key}`);
    expect(Body.parse(body).tool_choice).toEqual({ type: 'auto', disable_parallel_tool_use: false });
  }
  const results = server.asked.map(lastResults);
  expect(results.map((each) => each.map(({ id, isError }) => [id, isError]))).toEqual([
    [],
    [
      ['toolu_look', false],
      ['toolu_list', false],
    ],
    [['toolu_set', false]],
    [['toolu_set', false]],
  ]);
  for (const result of results.flat()) expect(textOf(result)).toMatch(fenced);
  const [, , third, fourth] = server.asked;
  expect(fourth?.body, 'what is asked again is the same').toEqual(third?.body);

  expect(textOf(results[2]![0]!)).toContain('searchbox "Search tickets"');

  const { events } = await reading(outcome.trace);
  const type = (wanted: string) => events.filter((event) => event.type === wanted);
  expect(type('model-retrying')).toMatchObject([
    { turn: 3, attempt: 1, delayMs: 200, failure: { code: 'model_rate_limited' } },
  ]);
  expect(events.at(-1)).toMatchObject({ type: 'run-ended', status: 'completed', failure: null });
  await expectNowhere(key, home);
  expect(stdout + stderr).not.toContain(key);
});

test('in sequential mode the model is told to send one call, and hears that a second was not run', async () => {
  const { stdout } = await interlock('sequential');
  expect(outcomeIn(stdout)).toMatchObject({ status: 'completed', turns: 3, calls: 3, maxConcurrency: 1 });
  for (const { body } of server.asked)
    expect(Body.parse(body).tool_choice).toEqual({ type: 'auto', disable_parallel_tool_use: true });
  const [looked, listed] = lastResults(server.asked[1]!);
  expect(looked).toMatchObject({ id: 'toolu_look', isError: false });
  expect(listed).toMatchObject({ id: 'toolu_list', isError: true });
  expect(textOf(listed!)).toMatch(/^deferred:\n<tool-data>\n/);
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ModelRequest } from '../providers/provider';
import { taskAt } from './demo';
import { evidenceOf } from './evidence.fixture';
import { plannedResearch } from './planned-research';
import { readingOf, stationIndex } from './readings';
import { refused, rehearse, type Said, said } from './rehearsal.fixture';

const readings = 'http://127.0.0.1:4100';
let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-research-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const task = taskAt(plannedResearch.info.task, { readings, workspace: '/nowhere' });
const urls = stationIndex(readings).stations.map(({ url }) => url);
const file = (place: number) => `research/station-${place + 1}.txt`;

function world(tool: string, input: unknown): Said {
  if (tool !== 'http_get') return said('Done.');
  const { url } = input as { readonly url: string };
  const body = url.endsWith('/stations') ? JSON.stringify(stationIndex(readings)) : `${readingOf(url)}\n`;
  return said(`${url} answered 200 text/plain, characters 0 to ${body.length} of ${body.length}\n${body}`);
}

const plan = { name: 'plan', description: '', inputSchema: {} };
const offering = (tools: ModelRequest['tools']) => (request: ModelRequest) =>
  plannedResearch.program({ ...request, tools });

it('plans all of it at once where it may plan', () => {
  const { turns, finalText } = rehearse(offering([plan]), task, () => [said('index http_get: succeeded')]);
  expect(turns.map((calls) => calls.map(({ tool }) => tool))).toEqual([['plan'], []]);
  expect(turns[0]?.[0]?.input).toMatchObject({
    tasks: [
      { id: 'index', tool: 'http_get', input: { url: `${readings}/stations` } },
      { id: 'read-1', input: { url: { $ref: 'index.body.stations[0].url' } } },
      {},
      {},
      {},
      { id: 'copy', input: { text: { $ref: 'read-1.body' } } },
      { id: 'write-1', input: { path: file(0), text: { $ref: 'read-1.body' } } },
      {},
      {},
      { id: 'write-4' },
    ],
  });
  expect(finalText).toBe('I wrote the reports of 4 stations.');
});

it('goes turn by turn where it may not, or where its plan did not come out', () => {
  const stepwise = [
    ['http_get'],
    ['http_get', 'http_get', 'http_get', 'http_get'],
    ['write_file', 'write_file', 'write_file', 'write_file', 'clipboard_write'],
    [],
  ];
  const answers = (calls: readonly { tool: string; input: unknown }[]) =>
    calls.map(({ tool, input }) => (tool === 'plan' ? refused('plan_incomplete: no.') : world(tool, input)));
  const namesOf = (tools: ModelRequest['tools']) =>
    rehearse(offering(tools), task, answers).turns.map((calls) => calls.map(({ tool }) => tool));
  expect(namesOf([])).toEqual(stepwise);
  expect(namesOf([plan])).toEqual([['plan'], ...stepwise]);
});

it('is verified by the files and the clipboard alone', async () => {
  const { cleanup } = await plannedResearch.prepare({ readings, workspace });
  await mkdir(dirname(join(workspace, file(0))));
  for (const [place, url] of urls.entries())
    await writeFile(join(workspace, file(place)), `${readingOf(url)}\n`);
  const clipboard = `${readingOf(urls[0] ?? '')}\n`;
  const evidence = evidenceOf({ task, workspace, clipboard });
  expect(await plannedResearch.verify(evidence)).toMatchObject({ verified: true });
  await writeFile(join(workspace, file(2)), 'Summit: warm');
  const { checks, verified } = await plannedResearch.verify({ ...evidence, clipboard: '' });
  expect(verified).toBe(false);
  expect(checks.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([file(2), 'clipboard']);
  await plannedResearch.prepare({ readings, workspace });
  expect((await plannedResearch.verify(evidence)).checks.slice(0, 4).every(({ passed }) => !passed)).toBe(
    true,
  );
  await cleanup();
});

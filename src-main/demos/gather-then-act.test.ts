import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ScriptedCall } from '../providers/scripted/program';
import { taskAt } from './demo';
import { evidenceOf, screenCall } from './evidence.fixture';
import { gatherThenAct } from './gather-then-act';
import { readingOf } from './readings';
import { refused, rehearse, type Said, said } from './rehearsal.fixture';
import { supportDesk } from './support-desk.fixture';

const readings = 'http://127.0.0.1:4100';
const task = taskAt(gatherThenAct.info.task, { readings, workspace: '/nowhere' });
const gathered = [readingOf(`${readings}/readings/harbour`), readingOf(`${readings}/readings/river`)].join(
  '; ',
);

let workspace = '';
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-demo-'));
});
afterEach(() => rm(workspace, { recursive: true }));

async function gather(looks: boolean, parallelCalls = true) {
  await gatherThenAct.prepare({ workspace, readings });
  const customer = await readFile(join(workspace, 'customer.txt'), 'utf8');
  const world = supportDesk(looks);
  const written = new Map<string, string>();
  const answer = (call: ScriptedCall): Said => {
    const { url = '', path = '', text = '' } = call.input as { url?: string; path?: string; text?: string };
    switch (call.tool) {
      case 'http_get':
        return said(`${url} answered 200 text/plain, characters 0 to 9 of 9\n${readingOf(url)}\n`);
      case 'read_file':
        return path === 'customer.txt'
          ? said(`file customer.txt, bytes 0 to ${customer.length} of ${customer.length}\n${customer}`)
          : refused('not_found: There is no such file.');
      case 'write_file':
        written.set(path, text);
        return said('Written.');
      default:
        return world.answer([call])[0]!;
    }
  };
  const played = rehearse(gatherThenAct.program, task, (calls) => calls.map(answer), { parallelCalls });
  for (const [path, text] of written) await writeFile(join(workspace, path), text);
  const calls = played.turns
    .flat()
    .filter(({ tool }) => tool === 'snapshot' || tool === 'set_value')
    .map(({ tool, input }, index) => screenCall(index, tool, input, tool === 'snapshot' ? 'read' : 'write'));
  const { practice, snapshots } = world;
  return {
    tools: played.turns.map((turn) => turn.map(({ tool }) => tool)),
    evidence: evidenceOf({ task, finalText: played.finalText, workspace, practice, calls, snapshots }),
  };
}

it('gathers everything in one turn, then writes in order', async () => {
  const { tools, evidence } = await gather(true);
  expect(tools).toEqual([
    ['http_get', 'http_get', 'read_file', 'snapshot'],
    ['set_value', 'set_value', 'write_file'],
    [],
  ]);
  expect(evidence.practice).toEqual([
    { kind: 'changed', element: { role: 'textbox', name: 'Customer name' }, value: 'Grace Hopper' },
    { kind: 'changed', element: { role: 'textbox', name: 'Description' }, value: gathered },
  ]);
  expect(await gatherThenAct.verify(evidence)).toMatchObject({ verified: true, wrongElementWrites: 0 });
});

it('takes one step a turn where only one call may come', async () => {
  const { tools, evidence } = await gather(true, false);
  expect(tools.map((turn) => turn.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
  expect((await gatherThenAct.verify(evidence)).verified).toBe(true);
});

it('looks again for a field that was refused as stale', async () => {
  const { tools, evidence } = await gather(false);
  expect(tools.slice(1)).toEqual([['set_value', 'set_value', 'write_file'], ['snapshot'], ['set_value'], []]);
  expect((await gatherThenAct.verify(evidence)).verified).toBe(true);
});

it('is not verified by a summary or a field that lacks a reading', async () => {
  const { evidence } = await gather(true);
  await writeFile(join(workspace, 'summary.txt'), 'Grace Hopper');
  const practice = evidence.practice.map((entry) =>
    entry.kind === 'changed' && entry.element.name === 'Description' ? { ...entry, value: 'Harbour' } : entry,
  );
  const { checks } = await gatherThenAct.verify({ ...evidence, practice });
  expect(checks.filter((each) => !each.passed).map((each) => each.name)).toEqual(['Description', 'summary']);
});

it('takes away the file it put in place, and leaves what the run wrote', async () => {
  const { cleanup } = await gatherThenAct.prepare({ workspace, readings });
  await writeFile(join(workspace, 'summary.txt'), 'kept');
  await cleanup();
  await expect(readFile(join(workspace, 'customer.txt'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(workspace, 'summary.txt'), 'utf8')).toBe('kept');
});

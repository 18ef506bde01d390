import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { approval } from './approval';
import { taskAt } from './demo';
import { evidenceOf } from './evidence.fixture';
import { refused, rehearse, said } from './rehearsal.fixture';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-approval-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const task = taskAt(approval.info.task, { readings: 'http://127.0.0.1:4100', workspace: '/nowhere' });
const airport = 'Airport: 9.8 degrees, visibility 12 km';

it('asks, reads what it was told to, and writes it down', () => {
  const { turns, finalText } = rehearse(approval.program, task, (calls) =>
    calls.map(({ tool }) => {
      if (tool === 'ask_person') return said('The airport, please.');
      return tool === 'http_get'
        ? said(`http://x answered 200 text/plain, characters 0 to 9 of 9\n${airport}\n`)
        : said('Wrote it.');
    }),
  );
  expect(turns.map((calls) => calls.map(({ tool }) => tool))).toEqual([
    ['ask_person'],
    ['http_get'],
    ['write_file', 'clipboard_write'],
    [],
  ]);
  expect(turns[2]?.[0]?.input).toEqual({ path: 'approval/report.txt', text: airport });
  expect(finalText).toContain('airport');
});

it('writes nothing where nobody answers', () => {
  const { turns } = rehearse(approval.program, task, () => [refused('not_approved: nobody is there')]);
  expect(turns.map((calls) => calls.map(({ tool }) => tool))).toEqual([['ask_person'], []]);
});

it('is not verified by a file alone: a question has to be answered, and each write let', async () => {
  const path = join(workspace, 'approval/report.txt');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, airport);
  const { verified, checks } = await approval.verify(evidenceOf({ task, workspace }));
  expect(verified).toBe(false);
  expect(checks.filter(({ passed }) => !passed).map(({ name }) => name)).toContain('question');
  expect(checks.filter(({ passed }) => !passed).map(({ name }) => name)).toContain('leave');
});

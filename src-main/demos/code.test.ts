import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { code } from './code';
import { taskAt } from './demo';
import { evidenceOf } from './evidence.fixture';
import { refused, rehearse, said } from './rehearsal.fixture';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-code-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const task = taskAt(code.info.task, { readings: 'http://127.0.0.1:4100', workspace: '/nowhere' });
const sorted = [
  'Summit: -3.1 degrees, snow 41 cm',
  'Airport: 9.8 degrees, visibility 12 km',
  'Harbour: 11.4 degrees, wind 7 m/s from the west',
];

async function verdictOn(file: string, clipboard: string) {
  const path = join(workspace, 'code/by-temperature.txt');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file);
  return code.verify(evidenceOf({ task, workspace, clipboard }));
}

it('writes one script, and answers once it has run', () => {
  const { turns, finalText } = rehearse(code.program, task, () => [said('3 of 4 tell a temperature')]);
  expect(turns.map((calls) => calls.map(({ tool }) => tool))).toEqual([['run_script'], []]);
  expect(finalText).toBe('The reports are in code/by-temperature.txt, sorted by temperature.');
});

it('tries once more, and then says that it failed', () => {
  const { turns, finalText } = rehearse(code.program, task, () => [refused('script_failed: It threw.')]);
  expect(turns).toHaveLength(3);
  expect(finalText).toBe('The script kept failing.');
});

it('is verified by the file and the clipboard alone', async () => {
  expect(await verdictOn(`${sorted.join('\n')}\n`, sorted[2]!)).toMatchObject({ verified: true });
  expect(await verdictOn(sorted.toReversed().join('\n'), sorted[2]!)).toMatchObject({ verified: false });
  expect(await verdictOn(sorted.join('\n'), sorted[0]!)).toMatchObject({ verified: false });
});

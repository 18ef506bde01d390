import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { taskAt } from './demo';
import { evidenceOf } from './evidence.fixture';
import { linuxForm } from './linux-form';

const note = 'The engine prints one digit too few.';
const form = 'Ada Lovelace|ada@example.com|Research\n';
let workspace: string;
let task: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-linux-form-'));
  task = taskAt(linuxForm.info.task, { workspace, readings: '' });
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

async function verified(printed: string, saved: string | null) {
  if (saved !== null) await writeFile(join(workspace, 'visit.txt'), saved);
  return linuxForm.verify(evidenceOf({ task, workspace, printed: { zenity: printed } }));
}

it('is verified by what the form printed and what the file holds', async () => {
  expect(await verified(form, `${note}\n`)).toMatchObject({ verified: true, wrongElementWrites: 0 });
});

it('is not verified where the form printed something else, or nothing', async () => {
  expect(await verified('Ada Lovelace||Research\n', note)).toMatchObject({ verified: false });
  expect(await verified('', note)).toMatchObject({ verified: false, wrongElementWrites: 0 });
});

it('is not verified where the file is missing or holds something else', async () => {
  expect(await verified(form, null)).toMatchObject({ verified: false });
  expect(await verified(form, 'Another note.')).toMatchObject({ verified: false });
});

it('counts what arrived where another text belonged', async () => {
  expect(await verified('ada@example.com|Ada Lovelace|Research\n', note)).toMatchObject({
    verified: false,
    wrongElementWrites: 2,
  });
  expect(await verified(form, `${note} Ada Lovelace`)).toMatchObject({
    verified: false,
    wrongElementWrites: 1,
  });
});

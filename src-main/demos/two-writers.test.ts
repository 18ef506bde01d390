import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ScriptedCall } from '../providers/scripted/program';
import { evidenceOf } from './evidence.fixture';
import { refused, rehearse, type Said, said } from './rehearsal.fixture';
import { twoWriters } from './two-writers';

const { task } = twoWriters.info;
const first = 'Draft: call the customer back.';
const second = 'Final: the customer was called back at ten.';

let workspace = '';
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-demo-'));
});
afterEach(() => rm(workspace, { recursive: true }));

/** One file and one clipboard; `order` says in which order the calls of a turn take effect. */
function world(order: (calls: readonly ScriptedCall[]) => readonly ScriptedCall[] = (calls) => calls) {
  const held = { file: '', clipboard: '' };
  const effect = ({ tool, input }: ScriptedCall): Said => {
    const { text = '' } = input as { text?: string };
    if (tool === 'write_file') held.file = text;
    if (tool === 'clipboard_write') held.clipboard = text;
    switch (tool) {
      case 'read_file':
        return said(`file notes.txt, bytes 0 to ${held.file.length} of ${held.file.length}\n${held.file}`);
      case 'clipboard_read':
        return said(`clipboard, ${held.clipboard.length} characters\n${held.clipboard}`);
      default:
        return said('Wrote it.');
    }
  };
  return {
    held,
    answer: (calls: readonly ScriptedCall[]) => {
      const ran = new Map(order(calls).map((call) => [call, effect(call)]));
      return calls.map((call) => ran.get(call) ?? refused('skipped: not run.'));
    },
  };
}

it('writes all four in one turn, then reads both, and reports them', () => {
  const { answer } = world();
  const { turns, finalText } = rehearse(twoWriters.program, task, answer);
  expect(turns).toEqual([
    [
      { tool: 'write_file', input: { path: 'notes.txt', text: first } },
      { tool: 'write_file', input: { path: 'notes.txt', text: second } },
      { tool: 'clipboard_write', input: { text: first } },
      { tool: 'clipboard_write', input: { text: second } },
    ],
    [
      { tool: 'read_file', input: { path: 'notes.txt' } },
      { tool: 'clipboard_read', input: {} },
    ],
    [],
  ]);
  expect(finalText).toBe(`The file holds: ${second}\nThe clipboard holds: ${second}`);
});

it('takes one a turn where only one may come, in the same order', () => {
  const { turns } = rehearse(twoWriters.program, task, world().answer, { parallelCalls: false });
  expect(turns.map((calls) => calls.map(({ tool }) => tool).join())).toEqual([
    'write_file',
    'write_file',
    'clipboard_write',
    'clipboard_write',
    'read_file',
    'clipboard_read',
    '',
  ]);
});

it('reports what is really there where the order was lost', () => {
  const { answer } = world((calls) => calls.toReversed());
  expect(rehearse(twoWriters.program, task, answer).finalText).toBe(
    `The file holds: ${first}\nThe clipboard holds: ${first}`,
  );
});

it('repeats no write that ran, even one that something else overwrote', () => {
  const { answer } = world();
  const { turns } = rehearse(twoWriters.program, task, (calls) =>
    answer(calls).map((result, index) =>
      calls[index]?.tool === 'write_file' ? refused('contradicted: It holds other bytes.') : result,
    ),
  );
  expect(turns.map((calls) => calls.map(({ tool }) => tool))).toEqual([
    ['write_file', 'write_file', 'clipboard_write', 'clipboard_write'],
    ['read_file', 'clipboard_read'],
    [],
  ]);
});

it('asks again for a write that was skipped', () => {
  const { answer } = world();
  let skip = true;
  const { turns } = rehearse(twoWriters.program, task, (calls) => {
    const results = answer(calls).map((result, index) =>
      skip && index === 1 ? refused('skipped: It was not run.') : result,
    );
    skip = false;
    return results;
  });
  expect(turns.map((calls) => calls.length)).toEqual([4, 1, 2, 0]);
});

it.each([
  ['the order kept', second, second, []],
  ['the file overtaken', first, second, ['file']],
  ['the clipboard overtaken', second, first, ['clipboard']],
])('judges by the file and the clipboard themselves: %s', async (_what, file, clipboard, failing) => {
  await writeFile(join(workspace, 'notes.txt'), file);
  const { verified, checks } = await twoWriters.verify(evidenceOf({ task, workspace, clipboard }));
  expect(verified).toBe(failing.length === 0);
  expect(checks.filter((each) => !each.passed).map((each) => each.name)).toEqual(failing);
});

it('is not verified where the file was never written', async () => {
  await writeFile(join(workspace, 'notes.txt'), second);
  const { task: prepared } = await twoWriters.prepare({ workspace, readings: '' });
  expect(prepared).toBe(task);
  const { checks } = await twoWriters.verify(evidenceOf({ task, workspace, clipboard: second }));
  expect(checks.filter((each) => !each.passed).map((each) => each.name)).toEqual(['file']);
});

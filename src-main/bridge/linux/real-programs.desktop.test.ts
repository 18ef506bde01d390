import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { refusedBeforehand } from '../adapter';
import { type RealProgram, startReal } from './real-program.fixture';
import { type Reach, reach } from './stage.fixture';

const desktop = onDesktop();
const running: RealProgram[] = [];
let to: Reach | null = null;

beforeAll(async () => {
  to = await reach(desktop());
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ process }) => process.stop()));
});
afterAll(async () => {
  await to?.close();
});

async function started(command: string, ...args: readonly string[]): Promise<RealProgram> {
  if (to === null) throw new Error('The desktop is reached before the first test.');
  const program = await startReal(desktop(), to, command, ...args);
  running.push(program);
  return program;
}

const now = () => new AbortController().signal;
const press = { kind: 'press' } as const;

test('galculator: twelve times twelve', async () => {
  const program = await started('galculator');
  for (const key of ['1', '2', '*', '1', '2', '='])
    await program.act(await program.find('button', key), press);
  const display = await program.find('textbox', ({ states }) => states.includes('readonly'));
  expect(display.value?.trim()).toBe('144');
});

const poem = 'Grüße aus Zürich, 漢字 und 🙂\n\tzweite Zeile';

test('mousepad: what is written is in the file, letter for letter', async () => {
  const program = await started('mousepad');
  const page = await program.find('textbox', '');
  await program.act(page, { kind: 'set_value', value: poem });
  expect((await program.look(page)).value).toBe(poem);
  await program.act(await program.find('menuitem', 'Save As...'), press);
  const dialog = await program.find('dialog', ({ states }) => states.includes('modal'));
  const blocked = await program.adapter.act(page.identity, { kind: 'set_value', value: 'x' }, page, now());
  expect(blocked).toMatchObject({ ok: false, failure: { code: 'covered' } });
  expect(dialog.name).toMatch(/Save/);
  const file = join(desktop().folder, 'poem.txt');
  const name = await program.find('textbox', ({ states }) => states.includes('focused'));
  await program.act(name, { kind: 'set_value', value: file });
  await program.act(await program.find('button', 'Save'), press);
  await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toBe(poem), 5_000);
});

test('zenity: a form is filled in, the secret unseen', async () => {
  const program = await started(
    'zenity',
    '--forms',
    '--title=Order',
    '--text=Please fill in',
    '--add-entry=Name',
    '--add-password=Secret',
    '--add-entry=Note',
    '--add-combo=Size',
    '--combo-values=Small|Large',
    '--separator=|',
  );
  const tree = await program.tree();
  const secret = tree.nodes.find(({ states }) => states.includes('secure'));
  if (secret === undefined) throw new Error('There is no secure field.');
  expect(secret).toMatchObject({ name: 'Secret', value: null });
  await program.act(await program.find('textbox', 'Name'), { kind: 'set_value', value: 'Zoë' });
  await program.act(secret, { kind: 'set_secret', value: 'hunter2' });
  await program.act(await program.find('textbox', 'Note'), { kind: 'set_value', value: 'now' });
  await program.act(await program.find('combobox', 'Size'), { kind: 'select', option: 'Large' });
  expect(JSON.stringify(await program.tree())).not.toContain('hunter2');
  const button = await program.find('button', 'OK');
  expect(await program.adapter.act(button.identity, press, button, now())).toMatchObject({ ok: true });
  await program.process.ended;
  expect(program.process.said.stdout.trim()).toBe('Zoë|hunter2|now|Large');
});

test('a stopped program is said to hang, and one that was killed to be gone', async () => {
  const program = await started('galculator');
  const key = await program.find('button', '6');
  process.kill(program.process.pid, 'SIGSTOP');
  const begun = performance.now();
  const hung = await program.adapter.act(key.identity, press, key, now());
  expect(hung).toMatchObject({ ok: false, failure: { code: 'program_hung' } });
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(await program.adapter.untilQuiet(50, 500, now())).toEqual({ ok: true, value: 'still_changing' });
  const asking = program.adapter.act(key.identity, press, key, now());
  process.kill(program.process.pid, 'SIGKILL');
  const died = await asking;
  expect(died.ok ? '' : died.failure.code).toMatch(/^(?:target_gone|stale_ref)$/);
});

const entry = 'Enter new text';

test('keys for a program that is not in front are refused, and nobody gets them', async () => {
  const behind = await started('zenity', '--entry', '--title=Behind');
  const page = await behind.find('textbox', entry);
  const front = await started('zenity', '--entry', '--title=In front');
  const refused = await behind.adapter.input({ kind: 'type', text: 'lost' }, now());
  expect(refused).toMatchObject({ ok: false, failure: { code: 'not_frontmost' } });
  expect(refusedBeforehand.has(refused.ok ? 'internal' : refused.failure.code)).toBe(true);
  expect((await front.find('textbox', entry)).value).toBe('');
  expect((await behind.look(page)).value).toBe('');
});

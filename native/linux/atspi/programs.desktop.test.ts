import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useDesktop as onDesktop } from '../private-desktop/desktop.fixture';
import { press, setText, setValue } from './act';
import { listWindows } from './applications';
import { getExtents } from './component';
import type { Line } from './line';
import { listen } from './listen';
import { elementAtPoint, look } from './look';
import { patient } from './loopback.fixture';
import { connected, only, type Running, startProgram, treeOf } from './programs.fixture';
import { applicationAt } from './ref';
import { hasState } from './states';
import { untilQuiet } from './until-quiet';

const desktop = onDesktop();
let line: Line;
const running: Running[] = [];

beforeAll(async () => {
  line = await connected(desktop());
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ process }) => process.stop()));
});
afterAll(async () => {
  await line.close();
});

async function started(command: string, ...args: readonly string[]) {
  const program = await startProgram(desktop(), line, command, ...args);
  running.push(program);
  return program;
}

test('galculator computes what is pressed', async () => {
  const program = await started('galculator');
  expect(program.app).toMatchObject({ name: 'galculator', toolkit: { name: 'gtk' } });
  const tree = await treeOf(line, program);
  expect(tree.nodes.length).toBeGreaterThan(60);
  expect(tree.nodes.every(({ hole }) => hole === null)).toBe(true);
  for (const key of ['6', '*', '7', '=']) {
    const { identity } = only(tree, ({ role, name }) => role === 'toggle_button' && name === key);
    expect(await press(line, identity, 0, patient)).toEqual({ ok: true, value: { kind: 'accepted' } });
  }
  const after = await treeOf(line, program);
  expect(after.nodes.map(({ value }) => (value?.kind === 'text' ? value.text.trim() : ''))).toContain('42');
});

test('a modal dialog opened by an action leaves the program readable, and quiet is told', async () => {
  const program = await started('mousepad');
  const listening = await listen(line, patient);
  if (!listening.ok) throw new Error(listening.trouble.sentence);
  const tree = await treeOf(line, program);
  const quiet = untilQuiet(listening.value, program.app.bus, 120, 4000, patient.signal);
  const about = only(tree, ({ role, name }) => role === 'menu_item' && name.trim() === 'About');
  expect(await press(line, about.identity, 0, patient)).toMatchObject({ ok: true });
  expect(await quiet).toEqual({ ok: true, value: 'quiet' });
  const windows = await listWindows(line, program.app.root, patient);
  expect(windows.ok && windows.value.map(({ role }) => role)).toEqual(['frame', 'dialog']);
  expect((await treeOf(line, program)).nodes.length).toBeGreaterThan(tree.nodes.length);
  await listening.value.close(patient);
});

test('GTK 3: text is set, a slider moves, an element is found at a point and looked at', async () => {
  const program = await started('gtk3-widget-factory');
  const tree = await treeOf(line, program);
  const entry = tree.nodes.find(({ role, states }) => role === 'text' && hasState(states, 'editable'));
  const slider = tree.nodes.find(({ role }) => role === 'slider');
  if (entry === undefined || slider?.value?.kind !== 'number') throw new Error('The program has changed.');
  expect(await setText(line, entry.identity, 'Zoë 😀', patient)).toMatchObject({ ok: true });
  expect(await look(line, entry.identity, patient)).toMatchObject({
    ok: true,
    value: { role: 'text', value: { kind: 'text', text: 'Zoë 😀', length: 5 } },
  });
  expect(await setValue(line, slider.identity, 25, patient)).toEqual({
    ok: true,
    value: { kind: 'accepted' },
  });
  await vi.waitFor(async () => {
    expect(await look(line, slider.identity, patient)).toMatchObject({ value: { value: { number: 25 } } });
  });
  const { x, y, width, height } = entry.extents ?? { x: 0, y: 0, width: 0, height: 0 };
  const window = tree.nodes[1]?.identity ?? '';
  const hit = await elementAtPoint(line, window, { x: x + width / 2, y: y + height / 2 }, patient);
  expect(hit.ok && hit.value).not.toBeNull();
});

test('a password is never read', async () => {
  const program = await started('zenity', '--password');
  const tree = await treeOf(line, program);
  const secret = only(tree, ({ role }) => role === 'password_text');
  expect(await setText(line, secret.identity, 'hunter2', patient)).toMatchObject({ ok: true });
  const after = await treeOf(line, program);
  expect(JSON.stringify(after.nodes.map(({ value, name }) => [value, name]))).not.toContain('hunter2');
  expect(await look(line, secret.identity, patient)).toMatchObject({ ok: true, value: { value: null } });
});

test('GTK 4: acted on over the bus, extents count from the window, what is removed is gone', async () => {
  const program = await started('gtk4-widget-factory');
  expect(program.app.toolkit).toMatchObject({
    name: 'GTK',
    version: expect.stringMatching(/^4\./) as string,
  });
  const tree = await treeOf(line, program);
  expect(tree.nodes.length).toBeGreaterThan(400);
  const secret = only(tree, ({ role }) => role === 'password_text');
  expect(await setText(line, secret.identity, 'hunter2', patient)).toMatchObject({ ok: true });
  expect(await look(line, secret.identity, patient)).toMatchObject({ ok: true, value: { value: null } });
  const texts = (await treeOf(line, program)).nodes.map(({ value, name }) => [value, name]);
  expect(JSON.stringify(texts)).not.toContain('hunter2');
  const window = tree.nodes.find(({ role }) => role === 'frame');
  expect(window?.extents).toMatchObject({ x: 0, y: 0 });
  const entry = tree.nodes.find(
    ({ role, interfaces, states }) =>
      role === 'text' && interfaces.has('EditableText') && hasState(states, 'editable'),
  );
  expect(await setText(line, entry?.identity ?? '', 'Zoë', patient)).toEqual({
    ok: true,
    value: { kind: 'accepted' },
  });
  expect(await look(line, entry?.identity ?? '', patient)).toMatchObject({
    value: { value: { text: 'Zoë' } },
  });
  expect(
    await line.ask({ ...applicationAt(program.app.bus), path: '/nowhere' }, getExtents, patient),
  ).toMatchObject({
    ok: false,
    trouble: { kind: 'gone' },
  });
});

test('a stopped program is not waited for, and one that was killed is gone', async () => {
  const program = await started('galculator');
  const tree = await treeOf(line, program);
  const { identity } = only(tree, ({ role, name }) => role === 'toggle_button' && name === '6');
  process.kill(program.process.pid, 'SIGSTOP');
  expect(await look(line, identity, { ...patient, limitMs: 200 })).toMatchObject({
    trouble: { kind: 'timed_out' },
  });
  process.kill(program.process.pid, 'SIGKILL');
  await vi.waitFor(async () => {
    expect(await look(line, identity, patient)).toMatchObject({ trouble: { kind: 'app_gone' } });
  });
});

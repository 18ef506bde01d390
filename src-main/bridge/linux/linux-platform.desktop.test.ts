import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import type { Result } from '../../contract/failure';
import { fullBudget } from '../adapter';
import type { PersonSeen, Platform } from '../platform';
import { linuxPlatform } from './linux-platform';

const desktop = onDesktop();
const run = promisify(execFile);
const { signal } = new AbortController();
let platform: Platform;

beforeAll(async () => {
  platform = valueOf(await linuxPlatform(desktop(), signal));
});
afterAll(() => platform.close());

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.sentence}`);
  return result.value;
}

async function names(): Promise<readonly string[]> {
  return valueOf(await platform.programs(signal)).map(({ id }) => id.name);
}

test('a desktop with nothing on it has no programs, and cannot tell whether they could be read', async () => {
  expect(await names()).toEqual([]);
  const { permissions } = await platform.permissions(signal);
  expect(permissions.map(({ name, state }) => [name, state])).toEqual([
    ['accessibility', 'unknown'],
    ['screen_recording', 'working'],
  ]);
});

test('programs are opened by name, listed topmost first, brought to the front, read, and gone', async () => {
  const mousepad = valueOf(await platform.open('Mousepad', signal));
  expect(mousepad.windows.map(({ title }) => title)).toEqual(['Untitled 1 - Mousepad']);
  const calculator = valueOf(await platform.open('galculator', signal));
  await expect.poll(names, { timeout: 10_000 }).toEqual([calculator.id.name, mousepad.id.name]);
  expect(valueOf(await platform.open(mousepad.id.name, signal)).id).toEqual(mousepad.id);
  await expect.poll(names, { timeout: 10_000 }).toEqual([mousepad.id.name, calculator.id.name]);

  const { permissions } = await platform.permissions(signal);
  expect(permissions.find(({ name }) => name === 'accessibility')).toMatchObject({
    state: 'working',
    next: null,
  });
  const adapter = valueOf(await platform.adapterFor(calculator.id, signal));
  const tree = valueOf(await adapter.tree(fullBudget, signal));
  expect(tree.nodes.some(({ role, name }) => role === 'button' && name === '7')).toBe(true);
  await adapter.close();

  process.kill(calculator.id.pid, 'SIGKILL');
  await expect.poll(names, { timeout: 10_000 }).toEqual([mousepad.id.name]);
  expect(await platform.adapterFor(calculator.id, signal)).toMatchObject({
    failure: { code: 'target_gone' },
  });
  process.kill(mousepad.id.pid, 'SIGKILL');
});

test('a program that is not installed is not found', async () => {
  expect(await platform.open('no such program', signal)).toMatchObject({
    failure: { code: 'not_found', sentence: 'No program called "no such program" is installed.' },
  });
});

test('input that is not ours is heard of, until nobody listens', async () => {
  const seen: PersonSeen[] = [];
  const stop = platform.watchPerson((what) => seen.push(what));
  await run('xdotool', ['key', 'Shift'], { env: desktop().env });
  await vi.waitUntil(() => seen.length > 0, { timeout: 5_000 });
  expect(seen[0]?.sentence).toBe('A key was pressed.');
  stop();
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isReachable, readBounds, writeBounds } from './window-bounds';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounds-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bounds = { x: 10, y: 20, width: 800, height: 600, maximized: false };

it('reads back what it wrote', () => {
  const file = join(folder, 'window.json');
  writeBounds(file, bounds);
  expect(readBounds(file)).toEqual(bounds);
});

it('remembers nothing rather than nonsense', async () => {
  const file = join(folder, 'window.json');
  expect(readBounds(file)).toBeNull();
  await writeFile(file, '{"x": "left"}');
  expect(readBounds(file)).toBeNull();
});

it('knows a window that no screen shows any more', () => {
  const screen = { x: 0, y: 0, width: 1600, height: 1000 };
  expect(isReachable(bounds, [screen])).toBe(true);
  expect(isReachable({ ...bounds, x: 1700 }, [screen])).toBe(false);
  expect(isReachable({ ...bounds, x: 1700 }, [screen, { ...screen, x: 1600 }])).toBe(true);
  expect(isReachable({ ...bounds, y: -200 }, [screen])).toBe(false);
});

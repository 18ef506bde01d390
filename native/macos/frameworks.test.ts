import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { onePath } from './framework-paths';
import { openFrameworks } from './frameworks';

test('where there is no library, its path is told', () => {
  const path = '/nowhere/CoreFoundation';
  expect(openFrameworks(onePath(path))).toMatchObject({ ok: false, problem: 'no_library', path });
});

test('where a library lacks symbols, all of them are told', () => {
  const opened = openFrameworks(onePath(libraryWithoutThem()));
  if (opened.ok || opened.problem !== 'no_symbols') throw new Error(JSON.stringify(opened));
  expect(opened.symbols).toContain('CFRelease');
  expect(opened.symbols).toContain('AXUIElementPerformAction');
  expect(opened.symbols).toContain('kCFTypeArrayCallBacks');
  expect(opened.symbols.length).toBeGreaterThan(70);
});

/** Any library will do: the addon of koffi is one that is there on every platform. */
function libraryWithoutThem(): string {
  const find = `const { createRequire } = require('node:module');
    const koffi = require('koffi');
    process.stdout.write(Object.keys(require.cache).find((path) => path.endsWith('.node')) ?? '');`;
  return execFileSync(process.execPath, ['-e', find], { encoding: 'utf8' });
}

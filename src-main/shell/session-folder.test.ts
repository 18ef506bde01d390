import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isProcessRunning, removeFolder, sessionFolder } from './session-folder';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'interlock-sessions-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

it('takes away what a process left that no longer runs, and nothing else', () => {
  for (const name of ['interlock-session-11-abc', 'interlock-session-22-abc', 'interlock-home', 'notes'])
    mkdirSync(join(parent, name));
  const folder = sessionFolder(parent, 33, (pid) => pid === 22);
  expect(folder).toMatch(/interlock-session-33-/);
  const left = readdirSync(parent).filter((name) => join(parent, name) !== folder);
  expect(left.sort()).toEqual(['interlock-home', 'interlock-session-22-abc', 'notes']);
});

it('says whether a folder is gone, and breaks nothing where it is not', () => {
  expect(removeFolder(join(parent, 'never-there'))).toBe(true);
  expect(removeFolder('/proc/self')).toBe(false);
});

it('knows a process that runs from one that has ended', () => {
  expect(isProcessRunning(process.pid)).toBe(true);
  expect(isProcessRunning(spawnSync(process.execPath, ['-e', '']).pid)).toBe(false);
});

import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runUntilExit } from './app.mjs';
import { benchesIn, descriptionIn } from './bench-list.mjs';
import { countPlaywright } from './checks/e2e.mjs';
import { runCommand } from './command.mjs';
import { chooseDisplay } from './display.mjs';
import { cacheFolder } from './paths.mjs';
import { sandboxOf } from './sandbox.mjs';

describe('chooseDisplay', () => {
  const linux = { platform: 'linux', env: {}, answers: false } as const;

  it('takes the display that is there', () => {
    expect(chooseDisplay({ ...linux, env: { DISPLAY: ':0' }, answers: true })).toBe('present');
    expect(chooseDisplay({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe('present');
    expect(chooseDisplay({ ...linux, platform: 'darwin' })).toBe('present');
  });

  it('makes one where there is none, or where it does not answer', () => {
    expect(chooseDisplay(linux)).toBe('virtual');
    expect(chooseDisplay({ ...linux, env: { DISPLAY: ':7' } })).toBe('virtual');
  });
});

describe('sandboxOf', () => {
  const user = { platform: 'linux', uid: 1000, namespacesForbidden: false, setuidHelper: false } as const;

  it('is off for root on Linux, and for nobody else', () => {
    expect(sandboxOf({ ...user, uid: 0 })).toBe('off-as-root');
    expect(sandboxOf(user)).toBe('on');
    expect(sandboxOf({ ...user, platform: 'darwin', uid: 0 })).toBe('on');
  });

  it('is never silently given up where the system forbids it', () => {
    expect(sandboxOf({ ...user, namespacesForbidden: true })).toBe('forbidden');
    expect(sandboxOf({ ...user, namespacesForbidden: true, setuidHelper: true })).toBe('on');
  });
});

describe('runCommand', () => {
  it('gives code and output, of a command that fails too', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(3)';
    const result = await runCommand(process.execPath, ['-e', script]);
    expect(result.code).toBe(3);
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  it('tells of a command that does not exist, without throwing', async () => {
    expect(await runCommand('/no/such/command', [])).toMatchObject({ code: null, timedOut: false });
  });

  it('ends a command that takes too long, with its children', async () => {
    const script =
      'require("child_process").spawn("sleep", ["60"], { stdio: "inherit" }); setInterval(() => {}, 1e3)';
    const result = await runCommand(process.execPath, ['-e', script], { timeoutMs: 300 });
    expect(result).toMatchObject({ code: null, timedOut: true });
  });
});

describe('runUntilExit', () => {
  const quiet = { env: {}, stdio: 'ignore' } as const;

  it('passes the exit code through', async () => {
    expect(await runUntilExit(process.execPath, ['-e', 'process.exit(7)'], quiet)).toBe(7);
  });

  it('hands a stop signal on, and lets the child end in its own way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signal-'));
    const log = join(folder, 'log');
    const script = `
      const { appendFileSync } = require('node:fs');
      process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(log)}, 'TERM'); process.exit(5); });
      setInterval(() => {}, 1000);
      process.send('ready');`;
    try {
      const exit = runUntilExit(process.execPath, ['-e', script], {
        env: {},
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        onStart: (child) => void once(child, 'message').then(() => process.emit('SIGTERM', 'SIGTERM')),
      });
      expect(await exit).toBe(5);
      expect(await readFile(log, 'utf8')).toBe('TERM');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 1 };

  it('counts each test', () => {
    expect(countPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });

  it('counts what fails, flakes or cannot be loaded', () => {
    const report = { stats: { ...stats, unexpected: 1, flaky: 1 }, errors: [{}] };
    expect(countPlaywright(report, 1).failed).toBe(3);
    expect(countPlaywright({ stats, errors: [] }, 1).failed).toBe(1);
  });
});

describe('benches', () => {
  it('are listed with the description that they export', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    try {
      await writeFile(join(folder, 'diff.ts'), "export const description = 'Diffs two trees.';\n");
      await writeFile(join(folder, 'table.ts'), 'export const table = 1;\n');
      expect(await benchesIn(folder)).toEqual([{ name: 'diff', description: 'Diffs two trees.' }]);
      expect(await benchesIn(join(folder, 'missing'))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('may break the description onto a second line', () => {
    expect(descriptionIn("export const description =\n  'Long.';\n")).toBe('Long.');
  });
});

it('caches outside of the checkout, where the system keeps caches', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', 'interlock'));
  expect(cacheFolder({}, 'darwin')).toContain(join('Library', 'Caches', 'interlock'));
});

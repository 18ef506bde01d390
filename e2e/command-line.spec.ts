import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { reading, runToEnd, start } from './command-line';

test.setTimeout(120_000);

let home: string;
test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-cli-'));
});
test.afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));

/** A demo that thinks for a minute: long enough to be stopped in. */
const held = ['--demo', 'form-fill', '--thinking', '60000'];

test('the command of package.json runs a demo, and its last line is the run in numbers', async () => {
  const run = promisify(execFile)(
    'npm',
    ['run', '-s', 'interlock', '--', 'run', '--demo', 'four-reads', '--thinking', '0', '--json'],
    { cwd: resolve(import.meta.dirname, '..'), env: { ...process.env, INTERLOCK_HOME: home } },
  );
  const { stdout } = await run;
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    status: 'completed',
    verified: true,
    calls: 4,
    maxConcurrency: 4,
  });
});

test('without --json it tells the run line by line', async () => {
  const { code, stdout } = await start(home, ['run', '--demo', 'four-reads', '--thinking', '0']).ended;
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^run [0-9a-z-]+, mixed$/);
  expect(lines[1]).toMatch(/^turn 1 {2}model \d+ ms {2}4 calls/);
  expect(lines.filter((line) => /^ {2}http_get +succeeded +\d+ ms$/.test(line))).toHaveLength(4);
  expect(stdout).toMatch(/completed in [\d.]+ m?s: 2 turns, 4 calls, 4 at once at most, 0 hazards, verified/);
  expect(lines.at(-1)).toBe(`recorded at ${join(home, 'recordings', lines[0]!.slice(4, -7), 'trace.jsonl')}`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} stops the run, and its trace ends properly`, async () => {
    const { child, said, ended } = start(home, ['run', ...held]);
    await said('run ');
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 1, signal: null });
    const [id] = await readdir(join(home, 'recordings'));
    const { events } = await reading(join(home, 'recordings', id!, 'trace.jsonl'));
    expect(events.slice(-2).map(({ type, at }) => [type, at.provenance])).toEqual([
      ['run-verified', 'recorded'],
      ['run-ended', 'recorded'],
    ]);
    expect(events.at(-1)).toMatchObject({ status: 'stopped' });
    expect(events.find(({ type }) => type === 'stop-requested')).toMatchObject({ by: 'signal' });
  });
}

test('--timeout stops the run', async () => {
  const { code, outcome, recording } = await runToEnd(home, [...held, '--timeout', '0.2']);
  expect([code, outcome.status, outcome.verified]).toEqual([1, 'stopped', false]);
  expect(recording.events.find(({ type }) => type === 'stop-requested')).toMatchObject({ by: 'timeout' });
});

test('a task without a key does not begin, and says what to do', async () => {
  const running = start(home, ['run', 'Do something', '--json']);
  const { code, stdout, stderr } = await running.ended;
  expect(code).toBe(1);
  expect(stderr).toContain('There is no Anthropic key. Store one in the settings, or set ANTHROPIC_API_KEY.');
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    status: 'failed',
    failure: { code: 'key_unavailable' },
  });
});

test('wrong usage is one sentence and the usage, and ends with 2', async () => {
  const { code, stdout, stderr } = await start(home, ['run', '--demo', 'nope']).ended;
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    '--demo is one of four-reads, form-fill, dialog-race, two-writers, gather-then-act, planned-research, code, subagents, handoff, manager, process, approval, linux-form, not "nope".\n\nUsage:',
  );
});

test('--help and --version answer without opening anything', async () => {
  const help = await start(home, ['--help']).ended;
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('interlock run --demo NAME');
  const version = await start(home, ['--version']).ended;
  expect(version).toMatchObject({ code: 0, stdout: '0.1.0\n' });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBlob } from './blob-folder';
import { readTrace } from './reader';

const kills = 50;
/** Events shown by a run before the latest kill. */
const latest = 2000;

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'interlock-kill-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'endless-run.fixture.ts'),
      target: 'node20.18',
      outDir: join(home, 'program'),
      rolldownOptions: { output: { entryFileNames: 'endless-run.mjs' } },
    },
  });
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

/** Starts the program, and kills it as soon as it has shown event `moment`. @returns the last event that it showed */
async function recordAndKill(folder: string, moment: number): Promise<number> {
  const child = spawn(process.execPath, [join(home, 'program', 'endless-run.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let told = '';
  let alive = true;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (alive && lastLine(told) >= moment) {
      alive = false;
      child.kill('SIGKILL');
    }
  });
  expect(await closed).toEqual([null, 'SIGKILL']);
  return lastLine(told);
}

/** The number on the last whole line. */
function lastLine(told: string): number {
  const end = told.lastIndexOf('\n');
  return end === -1 ? 0 : Number(told.slice(told.lastIndexOf('\n', end - 1) + 1, end));
}

describe('a recorder that is killed', () => {
  it(`loses nothing that it showed, at any of ${kills} random moments`, { timeout: 240_000 }, async () => {
    const moments = Array.from({ length: kills }, () => 1 + Math.floor(Math.random() * latest));
    for (const [index, moment] of moments.entries()) {
      const folder = join(home, `run-${index}`);
      const shown = await recordAndKill(folder, moment);
      expect(shown).toBeGreaterThanOrEqual(moment);
      const read = await readTrace(join(folder, 'trace.jsonl'));
      if (!read.ok) throw new Error(`killed after event ${shown}: ${read.failure.sentence}`);
      const { events, model } = read.value;
      const recorded = events.filter(({ at }) => at.provenance === 'recorded');
      expect(recorded.length).toBeGreaterThanOrEqual(shown);
      expect(recorded.map(({ seq }) => seq)).toEqual(recorded.map((_, at) => at + 1));
      expect(model.phase).toMatchObject({ kind: 'ended', status: 'interrupted' });
      const blobs = model.snapshots.map(({ handle }) => readBlob(join(folder, 'blobs'), handle.blob));
      expect((await Promise.all(blobs)).filter(({ ok }) => !ok)).toEqual([]);
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a recorder whose disk is full', () => {
  it('keeps what it showed readable, and shows the same end as a reader', { timeout: 60_000 }, async () => {
    const folder = join(home, 'full');
    // Blocks of 512 or 1024 bytes, by the shell; Node gets the refusal as an error, as from a full disk.
    const limited = `ulimit -f 101 && exec "$0" "$@"`;
    const program = join(home, 'program', 'endless-run.mjs');
    const child = spawn('sh', ['-c', limited, process.execPath, program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    const [before = '', after = ''] = told.split('broken\n');
    const read = await readTrace(join(folder, 'trace.jsonl'));
    if (!read.ok) throw new Error(read.failure.sentence);
    const seqs = (provenance: string) =>
      read.value.events.filter(({ at }) => at.provenance === provenance).map(({ seq }) => `${seq}\n`);
    expect(read.value.torn).toBe(false);
    expect(before).toBe(seqs('recorded').join(''));
    expect(after).toBe(seqs('inferred').join(''));
    expect(read.value.model.phase).toMatchObject({ kind: 'ended', status: 'interrupted' });
  });
});

import { existsSync, watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { reduce } from '../src-main/contract/reduce';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { emptyModel } from '../src-main/contract/trace-model';
import { progressLines } from '../src-main/runs/progress';
import { reading, start } from './command-line';

const kills = 50;
/** Started at one time. */
const abreast = 3;
/** About as large as the trace of a whole run. In bytes. */
const wholeTrace = 100_000;

test(`the app, killed at any of ${kills} moments, loses nothing that it showed`, async () => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(join(tmpdir(), 'interlock-killed-'));
  try {
    const waiting = Array.from({ length: kills }, (_, index) => index);
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const home = join(folder, String(next));
        await killAt(home, 1 + Math.floor(Math.random() * wholeTrace));
        await rm(home, { recursive: true, force: true, maxRetries: 5 });
      }
    };
    await Promise.all(Array.from({ length: abreast }, work));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Kills a run as soon as its trace has grown to so many bytes. One that is over by then must be whole. */
async function killAt(home: string, bytes: number): Promise<void> {
  const recordings = join(home, 'recordings');
  await mkdir(recordings, { recursive: true });
  const { child, ended } = start(home, [
    'run',
    '--demo',
    'gather-then-act',
    '--mode',
    'batch',
    '--thinking',
    '10',
  ]);
  const growth = watchGrowth(recordings, (size) => {
    if (size >= bytes) child.kill('SIGKILL');
  });
  const { stdout, signal } = await ended;
  growth.stop();

  const [id] = (await readdir(recordings)).filter((name) => name !== 'index.json');
  const { events, model } = await reading(join(recordings, id!, 'trace.jsonl'));
  const really = events.filter(({ at }) => at.provenance === 'recorded');
  const shown = stdout
    .split('\n')
    .slice(0, -1)
    .filter((line) => !line.startsWith('recorded at '));
  const all = linesOf(really);
  expect(shown).toEqual(all.slice(0, shown.length));
  expect(model.phase.kind).toBe('ended');
  if (signal === null) expect(shown).toEqual(all);
  else if (really.at(-1)?.type !== 'run-ended') expect(model.phase).toMatchObject({ status: 'interrupted' });
}

function linesOf(events: readonly TraceEvent[]): string[] {
  let model = emptyModel;
  return events.flatMap((event) => {
    model = reduce(model, event);
    return progressLines(event, model);
  });
}

/** Tells how large the one trace below a folder is, whenever that changes. */
function watchGrowth(recordings: string, grown: (bytes: number) => void): { stop(): void } {
  let inner: ReturnType<typeof watch> | null = null;
  const outer = watch(recordings, (_event, name) => {
    if (inner !== null || name === null) return;
    const run = join(recordings, name);
    // What happens to the folder itself comes under the folder's own name.
    if (!existsSync(run)) return;
    inner = watch(run, () => void look(run));
    void look(run);
  });
  async function look(run: string): Promise<void> {
    try {
      grown((await stat(join(run, 'trace.jsonl'))).size);
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
    }
  }
  return {
    stop: () => {
      outer.close();
      inner?.close();
    },
  };
}

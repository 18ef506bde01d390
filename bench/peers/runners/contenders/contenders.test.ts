import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../sample';
import { type ModelServer, startModelServer } from '../server/model-server';
import { type BenchTool, takes } from '../tool';
import { graphWorkload } from '../workloads/graph';
import { parallelQa } from '../workloads/graphs';
import { independent } from '../workloads/independent';
import { missingReadings, onceThenDone, readingTool, readsIn } from '../workloads/reading';
import { twoWriters } from '../workloads/two-writers';
import { interlock } from './interlock';
import { openaiRunTools } from './openai-run-tools';
import { plain } from './plain';
import type { Runner } from './runner';
import { toolRunner } from './tool-runner';

const recordings = await mkdtemp(join(tmpdir(), 'interlock-contenders-'));
const mixed = interlock('mixed', recordings);
const runners = [plain, mixed, toolRunner('toolRunner', false), toolRunner('eager', true), openaiRunTools];

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(async () => {
  await server.close();
  await rm(recordings, { recursive: true });
});

const named = (all: readonly Runner[]) => all.map((runner) => [runner.name, runner] as const);

it.each(named(runners))('%s brings every reading back in two turns', async (_, runner) => {
  const { ms: _ms, ...came } = await sample(runner, independent(8, 0), server);
  expect(came).toEqual({ turns: 2, lost: 0, outOfOrder: 0, invalid: 0, gaveUp: null });
});

it.each(named([plain, mixed, interlock('sequential', recordings)]))(
  '%s works through tasks that need each other, as fast as it asks for them',
  async (_, runner) => {
    const came = await sample(runner, graphWorkload(parallelQa, 0), server);
    expect(came).toMatchObject({ turns: runner.way === 'call' ? 6 : 4, lost: 0, invalid: 0, gaveUp: null });
  },
);

it('sees an update that plain Promise.all loses, and that ours keeps', async () => {
  expect(await sample(plain, twoWriters, server)).toMatchObject({ lost: 1 });
  expect(await sample(mixed, twoWriters, server)).toMatchObject({ lost: 0, outOfOrder: 0 });
});

describe('after an abort in the middle of the calls', () => {
  /** Until both calls are at work; the first of them has an answer by then. */
  async function gone(runner: Runner) {
    const session = server.open(onceThenDone(readsIn(2, 0, 0)));
    const stop = new AbortController();
    const reads = readingTool([0, 10_000]);
    const tool: BenchTool = {
      ...reads,
      async run(input, signal) {
        if (input['n'] === 1) {
          void takes(0, null).then(() => setImmediate(() => stop.abort()));
          await takes(10_000, stop.signal);
        }
        return reads.run(input, signal);
      },
    };
    const { origin } = session;
    const job = { origin, task: 'Do it.', tools: [tool], signal: stop.signal, isKept: true };
    const prepared = await runner.prepare(job);
    await prepared.run().catch(() => undefined);
    await prepared.goOn('Go on.').catch(() => undefined);
    session.close();
    return { objections: session.objections, missing: missingReadings(session, [0]) };
  }

  it('ours goes on with a conversation that the API takes, and with what was read', async () => {
    expect(await gone(mixed)).toEqual({ objections: [], missing: 0 });
  });

  it('a loop that keeps no results is refused', async () => {
    expect((await gone(plain)).objections).toEqual(['messages.2: no result for call_0, call_1']);
  });
});

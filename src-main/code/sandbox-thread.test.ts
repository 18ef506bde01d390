import { beforeAll, describe, expect, it } from 'vitest';
import { builtSandbox } from './built-sandbox.fixture';
import { sandboxLimits } from './messages';
import { runScript, type SpawnSandbox } from './run-script';
import { sandboxThreads } from './sandbox-thread';

let spawn: SpawnSandbox;
beforeAll(async () => {
  spawn = await builtSandbox();
}, 30_000);

const run = (source: string, signal = new AbortController().signal) =>
  runScript(
    spawn,
    { type: 'run', source, tools: ['look'], limits: sandboxLimits },
    (_tool, input) => Promise.resolve({ ok: true, value: input }),
    signal,
  );

describe('a script in a thread of its own', () => {
  it('calls, prints and returns', async () => {
    expect(await run('const { n } = await tools.look({ n: 2 }); print(n); return n * 2;')).toEqual({
      end: { kind: 'returned', json: '4' },
      printed: ['2'],
    });
  });

  it('leaves this thread free while it computes for ever, and stops at once', async () => {
    const stop = new AbortController();
    const ended = run('for (;;) {}', stop.signal);
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect((await ended).end).toEqual({ kind: 'stopped' });
  });

  it('says so where its thread breaks', async () => {
    const broken = sandboxThreads('/nowhere/there-is-no-such-file.mjs');
    const { end } = await runScript(
      broken,
      { type: 'run', source: '1', tools: [], limits: sandboxLimits },
      () => Promise.reject(new Error('never called')),
      new AbortController().signal,
    );
    expect(end).toMatchObject({ kind: 'gone', sentence: expect.stringContaining('no-such-file') as unknown });
  });
});

import { describe, expect, it } from 'vitest';
import type { Json } from '../contract/messages';
import { sandboxLimits } from './messages';
import { type Answered, runScript } from './run-script';
import { inThisThread } from './thread.fixture';

type Call = (tool: string, input: Json) => Promise<Answered>;

const echo: Call = (tool, input) => Promise.resolve({ ok: true, value: { tool, input } });

function run(
  source: string,
  call: Call = echo,
  limits = sandboxLimits,
  signal = new AbortController().signal,
) {
  return runScript(inThisThread, { type: 'run', source, tools: ['look', 'press'], limits }, call, signal);
}

describe('a script', () => {
  it('calls tools, one after the other or together, and returns what it likes', async () => {
    const open: string[] = [];
    let most = 0;
    const call: Call = async (tool, input) => {
      open.push(tool);
      most = Math.max(most, open.length);
      await Promise.resolve();
      open.pop();
      return { ok: true, value: input };
    };
    const { end } = await run(
      `const [a, b] = await Promise.all([tools.look({ n: 1 }), tools.press({ n: 2 })]);
       const c = await tools.look({ n: a.n + b.n });
       return { sum: c.n };`,
      call,
    );
    expect([end, most]).toEqual([{ kind: 'returned', json: '{"sum":3}' }, 2]);
  });

  it('catches what a call throws, by its code', async () => {
    const refusing: Call = () => Promise.resolve({ ok: false, code: 'stale_ref', sentence: 'It moved.' });
    const { end } = await run(
      `try { await tools.press({}); } catch (error) { return [error.code, error.message]; }`,
      refusing,
    );
    expect(end).toEqual({ kind: 'returned', json: '["stale_ref","stale_ref: It moved."]' });
    expect((await run('await tools.press({});', refusing)).end).toEqual({
      kind: 'threw',
      sentence: 'stale_ref: It moved.',
    });
  });

  it('prints, up to a limit', async () => {
    const { printed } = await run(`print('a', { b: 1 }); console.log('x'.repeat(50000)); print('late');`);
    expect(printed.map(({ length }) => length)).toEqual([9, 19_991]);
  });

  it.each([
    ['a script that is none', 'const = 3;', /^SyntaxError: /],
    ['what it throws', `throw new TypeError('no');`, /^TypeError: no$/],
    ['a value that is no error', `throw 'words';`, /^words$/],
    ['a tool that there is not', 'await tools.format({});', /^TypeError: not a function$/],
  ])('says %s', async (_what, source, sentence) => {
    const { end } = await run(source);
    expect(end).toEqual({ kind: 'threw', sentence: expect.stringMatching(sentence) as unknown });
  });

  it('is stuck where nothing can wake it', async () => {
    expect((await run('await new Promise(() => {});')).end).toEqual({ kind: 'stuck' });
  });

  it('is ended where it computes for too long, also after a call', async () => {
    const limits = { ...sandboxLimits, computingMs: 30 };
    expect((await run('for (;;) {}', echo, limits)).end).toEqual({ kind: 'too_long' });
    expect((await run('await tools.look({}); for (;;) {}', echo, limits)).end).toEqual({ kind: 'too_long' });
  });

  it('gets no more memory than it may have', async () => {
    const limits = { ...sandboxLimits, memoryBytes: 20 * 1024 * 1024 };
    const { end } = await run(`const all = []; for (;;) all.push(new Uint8Array(100_000));`, echo, limits);
    expect(end).toEqual({ kind: 'threw', sentence: expect.stringContaining('out of memory') as unknown });
  });

  it('overflows its own stack alone', async () => {
    const { end } = await run('const f = () => 1 + f(); f();');
    expect(end).toEqual({ kind: 'threw', sentence: expect.stringContaining('stack overflow') as unknown });
  });

  it('finds nothing of ours: no Node, no network, no way to the host', async () => {
    const { end } = await run(
      `return [typeof process, typeof require, typeof fetch, typeof setTimeout, typeof globalThis.hostCall,
        typeof globalThis.hostPrint, Object.isFrozen(tools)];`,
    );
    expect(end).toEqual({
      kind: 'returned',
      json: JSON.stringify([...Array<string>(6).fill('undefined'), true]),
    });
  });

  it('cannot import', async () => {
    expect((await run(`await import('node:fs');`)).end).toMatchObject({ kind: 'threw' });
  });

  it('stops where it is told to, whatever it waits for', async () => {
    const stop = new AbortController();
    const ended = run(
      'await tools.look({});',
      () => new Promise(() => undefined),
      sandboxLimits,
      stop.signal,
    );
    stop.abort();
    expect((await ended).end).toEqual({ kind: 'stopped' });
  });
});

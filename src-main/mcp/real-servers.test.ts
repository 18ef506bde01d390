import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { McpServers } from './servers';
import { everything, filesystem, openServers, runOn, stateOf, stdio, textOf } from './servers.fixture';

let folder: string;
let servers: McpServers;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'interlock-mcp-')));
  servers = openServers();
});
afterEach(async () => {
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

async function add(name: string, connection: ReturnType<typeof stdio>) {
  expect(await servers.add({ name, connection })).toEqual({ ok: true, value: null });
}

describe('the file server over stdio', () => {
  it('offers its tools with their hints as effects, and reads and writes in its folder', async () => {
    await add('files', stdio(filesystem, folder));
    const run = await runOn(servers);
    expect(run.missing).toEqual([]);
    expect(run.tools.get('files__read_text_file')?.effect).toBe('read');
    expect(run.tools.get('files__write_file')?.effect).toBe('write');
    expect(run.tools.get('files__read_text_file')?.inputSchema).toMatchObject({
      type: 'object',
      required: ['path'],
    });

    const path = join(folder, 'note.txt');
    expect(await run.call('files__write_file', { path, content: 'hello' })).toMatchObject({
      failure: null,
      delivery: 'accepted',
    });
    expect(await readFile(path, 'utf8')).toBe('hello');
    const read = await run.call('files__read_text_file', { path });
    expect(read).toMatchObject({ failure: null, delivery: null, content: [{ type: 'text', text: 'hello' }] });
  });

  it('has reads that overlap and writes that are kept apart', async () => {
    await add('files', stdio(filesystem, folder));
    const { tools } = await runOn(servers);
    const footprint = (name: string, input: unknown) => {
      const prepared = tools.get(name)?.prepare(input);
      return prepared?.kind === 'prepared' ? prepared.footprint : prepared;
    };
    expect(footprint('files__read_text_file', { path: '/x' })).toEqual({ reads: ['mcp:files'], writes: [] });
    expect(footprint('files__write_file', { path: '/x', content: '' })).toEqual({
      reads: [],
      writes: ['mcp:files'],
    });
    expect(footprint('files__write_file', { path: '/x' })).toMatchObject({
      kind: 'invalid',
      failure: { code: 'invalid_input' },
    });
  });

  it('says what the server said of a failure, and that a write may have happened', async () => {
    await add('files', stdio(filesystem, folder));
    const { call } = await runOn(servers);
    const refused = await call('files__write_file', { path: '/elsewhere/x', content: '' });
    expect(refused).toMatchObject({ failure: { code: 'mcp_failed' }, delivery: 'unknown' });
    expect(refused.failure?.sentence).toContain('Access denied');
    expect(await call('files__read_text_file', { path: join(folder, 'none') })).toMatchObject({
      failure: { code: 'mcp_failed', next: 'Read what it says, then try another way.' },
      delivery: null,
    });
  });

  it('cuts an output of megabytes, and says how much is left out', async () => {
    await writeFile(join(folder, 'big.txt'), 'x'.repeat(6_000_000));
    await writeFile(join(folder, 'lines.txt'), 'line\n'.repeat(1_000));
    await add('files', stdio(filesystem, folder));
    const { call } = await runOn(servers);
    const big = textOf(await call('files__read_text_file', { path: join(folder, 'big.txt') }));
    expect(big.length).toBeLessThan(31_000);
    expect(big).toMatch(/\(cut: 5970000 of 6000000 characters are left out\. /);
    const lines = textOf(await call('files__read_text_file', { path: join(folder, 'lines.txt') }));
    expect(lines).toMatch(/\(cut: 601 of 1001 lines are left out\. /);
  });
});

describe.each(['stdio', 'http'] as const)(
  'the server of everything over %s',
  (kind) => {
    let child: ChildProcess | null = null;
    afterEach(async () => {
      if (child !== null && child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      child = null;
    });

    async function serve(port: number): Promise<void> {
      const env = { ...process.env, PORT: String(port) };
      const started = spawn(process.execPath, [everything, 'streamableHttp'], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      await once(started.stderr, 'data');
    }

    let port = 0;
    beforeEach(async () => {
      if (kind === 'stdio') return add('all', stdio(everything));
      port = await freePort();
      await serve(port);
      await servers.add({
        name: 'all',
        connection: { kind: 'http', url: `http://127.0.0.1:${port}/mcp`, headers: {} },
      });
    });

    it('tells the progress of a long operation, once it has begun', async () => {
      const { call, events } = await runOn(servers);
      const ended = await call('all__trigger-long-running-operation', { duration: 1, steps: 4 });
      expect(ended.failure).toBeNull();
      expect(events.every((event) => event.type === 'call-progress')).toBe(true);
      expect(events.length).toBeGreaterThan(1);
      // The SDK lets go of a call's progress with its result, and may so lose the word that comes right before it.
      const said = events.flatMap((event) => (event.type === 'call-progress' ? [event.progress] : []));
      expect([1, 2, 3, 4].slice(0, said.length)).toEqual(said);
      expect(events.at(-1)).toMatchObject({ turn: 1, callId: 'c1', total: 4, message: null });
    });

    it('cancels a long operation at once, and goes on working', async () => {
      const run = await runOn(servers);
      const abort = new AbortController();
      const input = { duration: 20, steps: 100 };
      const began = performance.now();
      const long = run.call('all__trigger-long-running-operation', input, abort.signal);
      while (run.events.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      abort.abort();
      const said = run.events.length;
      expect(await long).toMatchObject({ failure: { code: 'cancelled' }, delivery: null });
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(textOf(await run.call('all__echo', { message: 'still here' }))).toBe('Echo: still here');
      expect(run.events.length, 'nothing is said of a call that has ended').toBe(said);
    });

    it('keeps a picture as a blob, and structured content as text', async () => {
      const { call, blobs } = await runOn(servers);
      const { content } = await call('all__get-tiny-image', {});
      expect(content.at(-1)).toMatchObject({ type: 'image', mediaType: 'image/png' });
      expect(
        Buffer.from(blobs[0] ?? [])
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
      const weather = await call('all__get-structured-content', { location: 'New York' });
      expect(JSON.parse(textOf(weather))).toHaveProperty('temperature');
    });

    it('asks nothing of us: its tools for roots, sampling and questions are not there', async () => {
      const { tools } = await runOn(servers);
      expect([...tools.keys()].filter((name) => /sampling|elicitation|roots/.test(name))).toEqual([]);
    });

    it.runIf(kind === 'http')('is seen to be gone, and comes back with the next call', async () => {
      const run = await runOn(servers);
      const long = run.call('all__trigger-long-running-operation', { duration: 30, steps: 60 });
      while (run.events.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      child?.kill('SIGKILL');
      expect(await long).toMatchObject({ failure: { code: 'mcp_unavailable' } });
      await serve(port);
      expect(textOf(await run.call('all__echo', { message: 'back' }))).toBe('Echo: back');
      expect(stateOf(servers, 'all').kind).toBe('ready');
    });
  },
  30_000,
);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

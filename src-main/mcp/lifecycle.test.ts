import { afterEach, expect, it } from 'vitest';
import type { McpServers } from './servers';
import { memoryStore, openServers, runOn, script, stateOf, textOf } from './servers.fixture';

let servers: McpServers | null = null;
afterEach(() => servers?.close());

/** A server in a few lines: answers the handshake and its list, and `on` with what is left. */
const server = (tools: string, on: string) =>
  script(`
    let tools = ${tools};
    const say = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const { id, method, params } = JSON.parse(line);
      const answer = (result) => say({ id, result });
      const text = (words) => answer({ content: [{ type: 'text', text: words }] });
      if (method === 'initialize') answer({ protocolVersion: params.protocolVersion,
        capabilities: { tools: { listChanged: true } }, serverInfo: { name: 'x', version: '1' } });
      else if (method === 'tools/list') answer({ tools });
      else if (method === 'tools/call') { ${on} }
    });`);

const tool = (name: string, more = '') => `{ name: '${name}', inputSchema: { type: 'object' } ${more} }`;
const both = `[${tool('read', ', annotations: { readOnlyHint: true }')}, ${tool('write')}]`;

async function opened(connection: ReturnType<typeof script>, limits = {}): Promise<McpServers> {
  servers = openServers(memoryStore(), limits);
  await servers.add({ name: 'it', connection });
  return servers;
}

it.each([
  [
    'a command that is not there',
    { ...script(''), command: '/no/such/program' },
    'There is no program "/no/such/program".',
    'Check the command, or give the whole path of the program.',
  ],
  [
    'a program that exits at once',
    script("console.error('no licence found'); process.exit(3)"),
    '"it" ended before it had answered.',
    'The last that it said: no licence found',
  ],
  [
    'a program that says nothing',
    script('setInterval(() => {}, 1000); process.stdin.resume()'),
    '"it" had not answered after 0.4 s.',
    'It said nothing. Try its command in a terminal.',
  ],
  [
    'a program that prints what is not MCP',
    script("console.log('Welcome!'); setInterval(() => {}, 1000)"),
    '"it" had not answered after 0.4 s.',
    `The last that it said: It printed a line that is not MCP: Unexpected token 'W', "Welcome!" is not valid JSON`,
  ],
])('%s is a sentence', async (_, connection, sentence, next) => {
  const all = await opened(connection, { connectMs: 400 });
  const { missing } = await all.gather(10_000);
  expect(stateOf(all, 'it')).toEqual({
    kind: 'failed',
    failure: { code: 'mcp_unavailable', sentence, next },
  });
  expect(missing).toMatchObject([{ sentence: `This run has no tools of "it". ${sentence}` }]);
});

it('lets a run begin without a server that takes too long', async () => {
  const all = await opened(script('setInterval(() => {}, 1000)'));
  const { ready, missing } = await all.gather(50);
  expect(ready).toEqual([]);
  expect(missing).toMatchObject([
    { sentence: 'This run has no tools of "it". It was not ready after 0.05 s.' },
  ]);
});

it('is not sure of a write in which its server died, repeats nothing, and works again with the next call', async () => {
  const all = await opened(
    server(both, "if (params.arguments.die) process.exit(1); else text('pid ' + process.pid);"),
  );
  const { call } = await runOn(all);
  const before = textOf(await call('it__read', {}));
  expect(await call('it__write', { die: true })).toMatchObject({
    failure: { code: 'delivery_unknown', next: expect.stringContaining('before you repeat it') as unknown },
    delivery: 'unknown',
  });
  expect(stateOf(all, 'it').kind).toBe('dead');
  const after = textOf(await call('it__read', {}));
  expect(after).toMatch(/^pid \d+$/);
  expect(after).not.toBe(before);
  expect(await call('it__read', { die: true })).toMatchObject({
    failure: { code: 'mcp_unavailable' },
    delivery: null,
  });
});

it('gives a changed list of tools to the next run, and leaves the one that is going on its own', async () => {
  const change = `tools = [${tool('new')}]; say({ method: 'notifications/tools/list_changed' }); text('changed');`;
  const all = await opened(server(both, change));
  const first = await runOn(all);
  await first.call('it__write', {});
  await expect.poll(() => stateOf(all, 'it')).toMatchObject({ kind: 'ready', tools: [{ name: 'it__new' }] });
  expect([...first.tools.keys()]).toEqual(['it__read', 'it__write']);
  expect([...(await runOn(all)).tools.keys()]).toEqual(['it__new']);
});

it('loses one tool whose declaration makes no sense, and no other', async () => {
  const all = await opened(server(`[{ name: 7 }, ${tool('a.b')}, ${tool('a_b')}]`, ''));
  const { tools } = await runOn(all);
  expect([...tools.keys()]).toEqual([expect.stringMatching(/^it__a_b_[0-9a-f]{8}$/), 'it__a_b']);
  expect(all.report().servers[0]?.said).toEqual(['A tool was left out: its declaration is not one of MCP.']);
});

it('gives a program its own secrets and little else, and shows them to nobody', async () => {
  const secret = 'quite-secret-0123456789';
  const store = memoryStore();
  process.env['INTERLOCK_TEST_LEAK'] = 'of ours';
  servers = openServers(store);
  const printing = server(
    both,
    "console.error('key', process.env.API_KEY); text(JSON.stringify(process.env));",
  );
  await servers.add({
    name: 'it',
    connection: { ...printing, kind: 'stdio', env: { API_KEY: secret } } as never,
  });
  const answer = textOf(await (await runOn(servers)).call('it__read', {}));
  expect(JSON.parse(answer)).toMatchObject({ API_KEY: '[redacted]' });
  expect(answer).not.toContain('INTERLOCK_TEST_LEAK');
  await expect.poll(() => servers?.report().servers[0]?.said).toEqual(['key [redacted]']);
  expect(JSON.stringify(servers.report())).not.toContain(secret);
  expect(servers.literals()).toContain(secret);
  delete process.env['INTERLOCK_TEST_LEAK'];
});

it('keeps a secret that is not entered anew, and can bring back what was removed', async () => {
  servers = openServers();
  const connection = {
    kind: 'http',
    url: 'http://127.0.0.1:9/mcp',
    headers: { Authorization: 'Bearer abcdefgh' },
  } as const;
  await servers.add({ name: 'far', connection });
  const id = servers.report().servers[0]!.id;
  const renamed = { name: 'near', connection: { ...connection, headers: { Authorization: null } } };
  expect(await servers.change(id, renamed)).toEqual({ ok: true, value: null });
  expect(
    await servers.change(id, { ...renamed, connection: { ...connection, headers: { X: null } } }),
  ).toMatchObject({
    failure: { sentence: 'X has no value.' },
  });
  expect(await servers.add({ ...renamed, name: 'NEAR' })).toMatchObject({
    failure: { sentence: 'There is a server "NEAR" already.' },
  });
  await servers.remove(id);
  expect(servers.report().servers).toEqual([]);
  await servers.restore(id);
  expect(servers.report().servers).toMatchObject([
    { name: 'near', connection: { headers: ['Authorization'] } },
  ]);
  await servers.gather(5_000);
  expect(stateOf(servers, 'near')).toMatchObject({
    failure: { sentence: expect.stringContaining('could not be reached at http://127.0.0.1:9') as unknown },
  });
  await servers.enable(id, false);
  expect(stateOf(servers, 'near')).toEqual({ kind: 'off' });
});

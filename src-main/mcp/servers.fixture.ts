import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { ok } from '../contract/failure';
import { BlobId, CallId, firstActor } from '../contract/ids';
import { McpServerId, type WantedConnection } from '../contract/mcp';
import type { TraceBody } from '../contract/trace-event';
import { systemClock } from '../system-clock';
import type { Tool, ToolOutcome } from '../tools/tool';
import { mcpTools } from './index';
import type { LinkLimits } from './link';
import { createMcpServers, type McpServers } from './servers';
import type { KeptServers, McpStore } from './store';

const { resolve } = createRequire(import.meta.url);

/** Real servers from the npm registry, as a person would start them. */
export const everything = resolve('@modelcontextprotocol/server-everything/dist/index.js');
export const filesystem = resolve('@modelcontextprotocol/server-filesystem/dist/index.js');

export const stdio = (...args: string[]): WantedConnection => ({
  kind: 'stdio',
  command: process.execPath,
  args,
  env: {},
});

/** A program of a few lines of JavaScript. */
export const script = (text: string) => stdio('-e', text);

export function memoryStore(): McpStore {
  let current: KeptServers = { servers: [], secrets: new Map() };
  return {
    get current() {
      return current;
    },
    secretsForgotten: null,
    async keep(kept) {
      current = kept;
      return ok(null);
    },
  };
}

export function openServers(store: McpStore = memoryStore(), limits: Partial<LinkLimits> = {}): McpServers {
  let made = 0;
  const servers: McpServers = createMcpServers({
    store,
    newId: () => McpServerId.parse(`server-${(made += 1)}`),
    home: tmpdir(),
    appVersion: '0.0.0',
    limits: { connectMs: 10_000, listMs: 10_000, probeMs: 2_000, ...limits },
    clock: systemClock,
    hide: (text) => servers.literals().reduce((hidden, each) => hidden.replaceAll(each, '[redacted]'), text),
    changed: () => {},
  });
  servers.start();
  return servers;
}

/** The tools of a run that begins now, and what is kept and said of their calls. */
export async function runOn(servers: McpServers) {
  const { ready, missing } = await servers.gather(20_000);
  const blobs: Uint8Array[] = [];
  const events: TraceBody[] = [];
  const keepBlob = (bytes: Uint8Array) => BlobId.parse(String(blobs.push(bytes)).padStart(64, '0'));
  const redact = (text: string) =>
    servers.literals().reduce((hidden, each) => hidden.replaceAll(each, '[redacted]'), text);
  const tools = new Map(
    mcpTools(ready, { keepBlob, redact, clock: systemClock }).map((tool) => [tool.name, tool]),
  );
  return {
    tools,
    missing,
    blobs,
    events,
    call(name: string, input: unknown, signal = new AbortController().signal): Promise<ToolOutcome> {
      const prepared = (tools.get(name) as Tool).prepare(input);
      if (prepared.kind === 'invalid') throw new Error(prepared.failure.sentence);
      return prepared.run({
        callId: CallId.parse('c1'),
        turn: 1,
        viewer: firstActor,
        sees: 'earlier_turns',
        signal,
        emit: (body) => void events.push(body),
        suspendLimit: () => () => {},
      });
    },
  };
}

export function textOf({ content }: ToolOutcome): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

export function stateOf(servers: McpServers, name: string) {
  const state = servers.report().servers.find((each) => each.name === name)?.state;
  if (state === undefined) throw new Error(`no server ${name}`);
  return state;
}

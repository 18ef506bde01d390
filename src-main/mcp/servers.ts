import type { Clock } from '../contract/clock';
import { type Failure, failed, ok, type Result } from '../contract/failure';
import type { McpReport, McpServerConfig, McpServerId, McpServerState, WantedServer } from '../contract/mcp';
import { unavailable } from './connect-failure';
import { openTransport } from './connection';
import {
  missingSecrets,
  noSuchServer,
  type Removed,
  withAdded,
  withChanged,
  withEnabled,
  withoutServer,
  withRestored,
} from './kept-servers';
import type { LinkLimits } from './link';
import type { ListedTool } from './listed-tool';
import { createServer, type Server } from './server';
import type { KeptServers, McpStore, Secrets } from './store';

/** A server that a run may use, with the tools that it had when the run began. */
export interface ReadyServer {
  readonly server: Pick<Server, 'config' | 'call'>;
  readonly tools: readonly ListedTool[];
}

export interface Gathered {
  readonly ready: readonly ReadyServer[];
  /** Each one that is on and can't be used now, in a sentence. */
  readonly missing: readonly Failure[];
}

/** The person's MCP servers. Only the person adds one. */
export interface McpServers {
  report(): Pick<McpReport, 'servers' | 'secretsForgotten'>;
  add(wanted: WantedServer): Promise<Result<null>>;
  change(id: McpServerId, wanted: WantedServer): Promise<Result<null>>;
  remove(id: McpServerId): Promise<Result<null>>;
  restore(id: McpServerId): Promise<Result<null>>;
  enable(id: McpServerId, on: boolean): Promise<Result<null>>;
  restart(id: McpServerId): Result<null>;
  /** Those that are on; from then on they are kept running. */
  start(): void;
  /** What a run that begins now can use; waits for servers that are on their way. @param ms at most */
  gather(ms: number): Promise<Gathered>;
  /** Every secret that was known since the app began: none may show up in a trace. */
  literals(): readonly string[];
  close(): Promise<void>;
}

export interface McpServersOptions {
  readonly store: McpStore;
  readonly newId: () => McpServerId;
  /** Where programs begin to work. */
  readonly home: string;
  readonly appVersion: string;
  readonly limits: LinkLimits;
  readonly clock: Clock;
  readonly hide: (text: string) => string;
  /** The report is another than it was; a few times a second at most. */
  readonly changed: () => void;
}

export const defaultLinkLimits: LinkLimits = { connectMs: 60_000, listMs: 20_000, probeMs: 5_000 };

/** Milliseconds between two words to the window. */
const tellApart = 100;

interface Running {
  readonly server: Server;
  readonly config: McpServerConfig;
  readonly secrets: Secrets;
}

export function createMcpServers(options: McpServersOptions): McpServers {
  const { store, clock } = options;
  const running = new Map<McpServerId, Running>();
  const removed = new Map<McpServerId, Removed>();
  const everKnown = new Set<string>();
  let isStarted = false;
  let isTold = true;
  let changing: Promise<unknown> = Promise.resolve();

  function changed(): void {
    if (!isTold) return;
    isTold = false;
    clock.after(tellApart, () => {
      isTold = true;
      options.changed();
    });
  }

  /** Has run what is to run, with what it is to have. One of which something changed is another server from now on. */
  function settle(): void {
    const { servers, secrets } = store.current;
    for (const known of secrets.values()) for (const value of Object.values(known)) remember(value);
    const wanted = new Map(servers.map((config) => [config.id, config]));
    for (const [id, { server, ...had }] of running) {
      if (wanted.get(id) === had.config && secrets.get(id) === had.secrets) continue;
      running.delete(id);
      void server.close();
    }
    for (const config of servers) {
      const own = secrets.get(config.id) ?? none;
      if (!isStarted || !config.enabled || running.has(config.id) || missingSecrets(config, own).length > 0)
        continue;
      const server = createServer({
        ...options,
        config,
        open: (said) => openTransport(config.connection, own, options.home, said),
        changed,
      });
      running.set(config.id, { server, config, secrets: secrets.get(config.id) ?? none });
      server.start();
    }
    changed();
  }

  /** A header's value begins with a word of its own, as in `Bearer abc`: the secret is what comes after. */
  function remember(value: string): void {
    everKnown.add(value);
    everKnown.add(value.split(' ').at(-1) ?? value);
  }

  /** One change after another, each on what the one before left. */
  function change(make: (kept: KeptServers) => Result<KeptServers>): Promise<Result<null>> {
    const done = changing.then(async (): Promise<Result<null>> => {
      const made = make(store.current);
      if (!made.ok) return made;
      const kept = await store.keep(made.value);
      if (kept.ok) settle();
      return kept;
    });
    changing = done.catch(() => undefined);
    return done;
  }

  function stateOf(config: McpServerConfig): McpServerState {
    if (!config.enabled) return { kind: 'off' };
    const missing = missingSecrets(config, store.current.secrets.get(config.id) ?? none);
    if (missing.length > 0) return { kind: 'failed', failure: forgotten(config, missing) };
    const state = running.get(config.id)?.server.state ?? { kind: 'off' };
    switch (state.kind) {
      case 'ready':
        return {
          kind: 'ready',
          tools: state.tools.map(({ name, own, description, effect }) => ({
            name,
            own,
            description,
            effect,
          })),
        };
      case 'dead':
        return { kind: 'dead', failure: state.failure };
      default:
        return state;
    }
  }

  return {
    report: () => ({
      servers: store.current.servers.map((config) => ({
        ...config,
        state: stateOf(config),
        said: [...(running.get(config.id)?.server.said ?? [])],
      })),
      secretsForgotten: store.secretsForgotten,
    }),
    add: (wanted) => change((kept) => withAdded(kept, options.newId(), wanted)),
    change: (id, wanted) => change((kept) => withChanged(kept, id, wanted)),
    remove: (id) =>
      change((kept) => {
        const without = withoutServer(kept, id);
        if (!without.ok) return without;
        removed.set(id, without.value.removed);
        return ok(without.value.kept);
      }),
    restore: (id) =>
      change((kept) => {
        const old = removed.get(id);
        if (old === undefined) return noSuchServer();
        const back = withRestored(kept, old);
        if (back.ok) removed.delete(id);
        return back;
      }),
    enable: (id, on) => change((kept) => withEnabled(kept, id, on)),
    restart(id) {
      const server = running.get(id)?.server;
      if (server === undefined)
        return failed('mcp_unavailable', 'This server is off.', 'Switch it on first.');
      server.restart();
      return ok(null);
    },
    start() {
      if (isStarted) return;
      isStarted = true;
      settle();
    },
    async gather(ms) {
      this.start();
      const enough = new AbortController();
      const forget = clock.after(ms, () => enough.abort());
      const all = [...running.values()].map(({ server }) => server);
      for (const server of all) server.start();
      await Promise.all(all.map((server) => server.settled(enough.signal)));
      forget();
      const ready = all.flatMap((server) =>
        server.state.kind === 'ready' ? [{ server, tools: server.state.tools }] : [],
      );
      const missing = store.current.servers.flatMap((config) => {
        const state = stateOf(config);
        return state.kind === 'ready' || state.kind === 'off' ? [] : [without(config, state, ms)];
      });
      return { ready, missing };
    },
    literals: () => [...everKnown],
    async close() {
      isStarted = false;
      const all = [...running.values()];
      running.clear();
      await Promise.all(all.map(({ server }) => server.close()));
    },
  };
}

const none: Secrets = {};

function forgotten({ name }: McpServerConfig, missing: readonly string[]): Failure {
  return unavailable(
    `"${name}" was not started: ${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no value any more.`,
    'Enter it again: this system keeps no secrets for Interlock.',
  );
}

function without({ name }: McpServerConfig, state: McpServerState, ms: number): Failure {
  const why = state.kind === 'failed' ? state.failure.sentence : `It was not ready after ${ms / 1_000} s.`;
  return unavailable(`This run has no tools of "${name}". ${why}`, 'See Settings, Tools.');
}

import { type Failure, failed, ok, type Result } from '../contract/failure';
import type {
  McpConnection,
  McpServerConfig,
  McpServerId,
  WantedConnection,
  WantedServer,
} from '../contract/mcp';
import type { KeptServers, Secrets } from './store';

/** What a change makes of the kept servers: pure, and before anything is written. */

export function withAdded(kept: KeptServers, id: McpServerId, wanted: WantedServer): Result<KeptServers> {
  return withServer(kept, kept.servers.length, { id, enabled: true, wanted, before: {} });
}

export function withChanged(kept: KeptServers, id: McpServerId, wanted: WantedServer): Result<KeptServers> {
  const index = kept.servers.findIndex((each) => each.id === id);
  const old = kept.servers[index];
  if (old === undefined) return noSuchServer();
  return withServer(kept, index, { id, enabled: old.enabled, wanted, before: kept.secrets.get(id) ?? {} });
}

export function withEnabled(kept: KeptServers, id: McpServerId, enabled: boolean): Result<KeptServers> {
  const index = kept.servers.findIndex((each) => each.id === id);
  const old = kept.servers[index];
  if (old === undefined) return noSuchServer();
  return ok({ ...kept, servers: kept.servers.with(index, { ...old, enabled }) });
}

/** A server that was taken away, as it can be brought back. */
export interface Removed {
  readonly config: McpServerConfig;
  readonly secrets: Secrets;
  readonly index: number;
}

export function withoutServer(
  kept: KeptServers,
  id: McpServerId,
): Result<{ kept: KeptServers; removed: Removed }> {
  const index = kept.servers.findIndex((each) => each.id === id);
  const config = kept.servers[index];
  if (config === undefined) return noSuchServer();
  const secrets = new Map(kept.secrets);
  secrets.delete(id);
  const removed = { config, secrets: kept.secrets.get(id) ?? {}, index };
  return ok({ kept: { servers: kept.servers.toSpliced(index, 1), secrets }, removed });
}

export function withRestored(kept: KeptServers, { config, secrets, index }: Removed): Result<KeptServers> {
  const taken = nameTaken(kept, config.id, config.name);
  if (taken !== null) return { ok: false, failure: taken };
  return ok({
    servers: kept.servers.toSpliced(index, 0, config),
    secrets: new Map(kept.secrets).set(config.id, secrets),
  });
}

interface Placed {
  readonly id: McpServerId;
  readonly enabled: boolean;
  readonly wanted: WantedServer;
  /** The secrets under which a null stands for the one that is kept. */
  readonly before: Secrets;
}

function withServer(
  kept: KeptServers,
  index: number,
  { id, enabled, wanted, before }: Placed,
): Result<KeptServers> {
  const taken = nameTaken(kept, id, wanted.name);
  if (taken !== null) return { ok: false, failure: taken };
  const secrets = filledIn(enteredIn(wanted.connection), before);
  if (!secrets.ok) return secrets;
  const config = { id, name: wanted.name, enabled, connection: withNamesAlone(wanted.connection) };
  return ok({
    servers: kept.servers.toSpliced(index, 1, config),
    secrets: new Map(kept.secrets).set(id, secrets.value),
  });
}

/** Names differ by more than case: they stand in front of names that a model tells apart. */
function nameTaken({ servers }: KeptServers, id: McpServerId, name: string): Failure | null {
  const isTaken = servers.some((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase());
  if (!isTaken) return null;
  return {
    code: 'invalid_input',
    sentence: `There is a server "${name}" already.`,
    next: 'Choose another name.',
  };
}

function enteredIn(connection: WantedConnection): Readonly<Record<string, string | null>> {
  return connection.kind === 'stdio' ? connection.env : connection.headers;
}

function withNamesAlone(connection: WantedConnection): McpConnection {
  if (connection.kind === 'http') return { ...connection, headers: Object.keys(connection.headers) };
  return { ...connection, env: Object.keys(connection.env) };
}

function filledIn(entered: Readonly<Record<string, string | null>>, before: Secrets): Result<Secrets> {
  const secrets: Record<string, string> = {};
  for (const [name, value] of Object.entries(entered)) {
    const known = value ?? before[name];
    if (known === undefined)
      return failed('invalid_input', `${name} has no value.`, `Enter one for ${name}.`);
    secrets[name] = known;
  }
  return ok(secrets);
}

/** Names whose values were forgotten. */
export function missingSecrets({ connection }: McpServerConfig, secrets: Secrets): string[] {
  const names = connection.kind === 'stdio' ? connection.env : connection.headers;
  return names.filter((name) => !Object.hasOwn(secrets, name));
}

export function noSuchServer() {
  return failed('not_found', 'This server is no longer there.', 'Look at the list.');
}

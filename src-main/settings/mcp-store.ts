import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { type Failure, failed, ok, type Result, thrownSentence } from '../contract/failure';
import { McpServerConfig, McpServerId } from '../contract/mcp';
import type { KeptServers, McpStore, Secrets } from '../mcp/store';
import { writeAtomically } from '../trace/atomic-file';
import type { Cipher } from './key-vault';

export interface McpFiles {
  /** Everything but what is secret. */
  readonly servers: string;
  /** Encrypted; only where the system can. */
  readonly secrets: string;
}

export interface OpenedMcpStore {
  readonly store: McpStore;
  /** What could not be read; empty where all went well. */
  readonly problems: readonly Failure[];
}

const ServerFile = z.object({ version: z.literal(1), servers: z.array(McpServerConfig) });
const SecretFile = z.record(McpServerId, z.record(z.string(), z.string()));

/** The person's MCP servers, from two files: what they are, and, apart from it, what is secret of them. */
export async function openMcpStore(files: McpFiles, cipher: Cipher): Promise<OpenedMcpStore> {
  const servers = await readServers(files.servers);
  const secrets = await readSecrets(files.secrets, cipher);
  const unsafe = await cipher.unsafe();
  let current: KeptServers = {
    servers: servers.ok ? servers.value : [],
    secrets: secrets.ok ? secrets.value : new Map(),
  };

  async function keep(kept: KeptServers): Promise<Result<null>> {
    try {
      await keepSecrets(kept.secrets);
      const file = { version: 1, servers: kept.servers };
      await writeAtomically(files.servers, `${JSON.stringify(file, null, 2)}\n`);
    } catch (thrown) {
      return failed(
        'io_failed',
        `The servers could not be saved: ${thrownSentence(thrown)}.`,
        'Check the disk.',
      );
    }
    current = kept;
    return ok(null);
  }

  async function keepSecrets(all: ReadonlyMap<McpServerId, Secrets>): Promise<void> {
    const some = [...all].filter(([, each]) => Object.keys(each).length > 0);
    if (some.length === 0) return rm(files.secrets, { force: true });
    if (unsafe !== null) return;
    await writeAtomically(files.secrets, await cipher.encrypt(JSON.stringify(Object.fromEntries(some))));
  }

  const store: McpStore = {
    get current() {
      return current;
    },
    secretsForgotten: unsafe,
    keep,
  };
  const problems = [servers, secrets].flatMap((read) => (read.ok ? [] : [read.failure]));
  return { store, problems };
}

async function readServers(file: string): Promise<Result<readonly McpServerConfig[]>> {
  const bytes = await read(file);
  if (bytes === null) return ok([]);
  try {
    return ok(ServerFile.parse(JSON.parse(bytes.toString('utf8'))).servers);
  } catch {
    const next = `Mend ${file} before you add a server: it is written anew then.`;
    return failed('settings_invalid', 'The list of MCP servers could not be understood.', next);
  }
}

async function readSecrets(file: string, cipher: Cipher): Promise<Result<ReadonlyMap<McpServerId, Secrets>>> {
  const bytes = await read(file);
  if (bytes === null) return ok(new Map());
  try {
    const all = SecretFile.parse(JSON.parse(await cipher.decrypt(bytes)));
    return ok(new Map(Object.entries(all).map(([id, each]) => [McpServerId.parse(id), each])));
  } catch {
    return failed(
      'key_unavailable',
      'The secrets of MCP servers can no longer be decrypted on this system.',
      'Enter them again in Settings, Tools.',
    );
  }
}

async function read(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

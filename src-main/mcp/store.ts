import type { Result } from '../contract/failure';
import type { McpServerConfig, McpServerId } from '../contract/mcp';

/** Names and values of one server's secrets: environment variables or HTTP headers. */
export type Secrets = Readonly<Record<string, string>>;

export interface KeptServers {
  readonly servers: readonly McpServerConfig[];
  readonly secrets: ReadonlyMap<McpServerId, Secrets>;
}

/** Where the person's servers are kept. */
export interface McpStore {
  readonly current: KeptServers;
  /** Why secrets are kept until the app quits and no longer; null where they are kept, encrypted. */
  readonly secretsForgotten: string | null;
  /** All of them at once. */
  keep(kept: KeptServers): Promise<Result<null>>;
}

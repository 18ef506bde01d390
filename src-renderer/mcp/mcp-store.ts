import { type Failure, failed, type Result, thrownSentence } from '@contract/failure';
import type { RequestInput, RequestName } from '@contract/ipc';
import type { McpReport, McpServer, McpServerId, WantedServer } from '@contract/mcp';
import type { ToolInfo } from '@contract/trace-event';
import { create } from 'zustand';
import { interlock } from '../ipc/client';
import { sayFailure, useAbout } from '../shell/app-store';

export interface McpState {
  /** null until the main process has told. */
  readonly report: McpReport | null;
  readonly failure: Failure | null;
  /** The last that was removed, for undo. */
  readonly removed: McpServer | null;
}

export const useMcp = create<McpState>()(() => ({ report: null, failure: null, removed: null }));

export function hearMcp(report: McpReport): void {
  useMcp.setState({ report, failure: null });
}

export async function loadMcp(): Promise<void> {
  const answer = await asked('mcp:report', null);
  if (answer.ok) hearMcp(answer.value);
  else useMcp.setState({ failure: answer.failure });
}

/** What a run could use now: ours, and those of the servers that are ready. */
export function useRunTools(): readonly ToolInfo[] {
  const { tools } = useAbout();
  return useMcp(({ report }) => report?.tools ?? tools);
}

/** @param id null adds a server. @returns why it was not kept; null where it was */
export async function keepServer(id: McpServerId | null, wanted: WantedServer): Promise<Failure | null> {
  const kept = await (id === null ? asked('mcp:add', wanted) : asked('mcp:change', { id, wanted }));
  return kept.ok ? null : kept.failure;
}

export async function removeServer(server: McpServer): Promise<void> {
  if (await done('mcp:remove', { id: server.id })) useMcp.setState({ removed: server });
}

export async function restoreRemoved(): Promise<void> {
  const { removed } = useMcp.getState();
  if (removed !== null && (await done('mcp:restore', { id: removed.id }))) useMcp.setState({ removed: null });
}

export async function enableServer(id: McpServerId, on: boolean): Promise<void> {
  await done('mcp:enable', { id, on });
}

export async function restartServer(id: McpServerId): Promise<void> {
  await done('mcp:restart', { id });
}

type McpRequest = Extract<RequestName, `mcp:${string}`>;

async function done<N extends Exclude<McpRequest, 'mcp:report'>>(
  name: N,
  input: RequestInput<N>,
): Promise<boolean> {
  const answer = await asked(name, input);
  if (!answer.ok) sayFailure(answer.failure);
  return answer.ok;
}

async function asked<N extends McpRequest>(name: N, input: RequestInput<N>) {
  try {
    return await interlock().request(name, input);
  } catch (thrown) {
    return failed(
      'internal',
      `Interlock did not answer: ${thrownSentence(thrown)}`,
      'Try again.',
    ) satisfies Result<never>;
  }
}

import type { Tool } from '../tools/tool';
import type { ReadyServer } from './servers';
import { type ToolOfParts, toolOf } from './tool-of';

export { createMcpServers, defaultLinkLimits, type Gathered, type McpServers } from './servers';

/** What a run is offered of the servers that were ready when it began. */
export function mcpTools(ready: readonly ReadyServer[], parts: ToolOfParts): Tool[] {
  return ready.flatMap(({ server, tools }) => tools.map((tool) => toolOf(server, tool, parts)));
}

import { type Tool as Declared, ToolSchema } from '@modelcontextprotocol/sdk/types.js';
import type { McpTool } from '../contract/mcp';
import { plainText } from './plain-text';
import { toolName } from './tool-name';

/** One tool of a server, as far as we take its word. */
export interface ListedTool extends McpTool {
  /** As the server declares it, for the server's own judgement. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

const longestDescription = 2_000;

/**
 * What a server's list holds that can be offered. A declaration that makes no sense, or a name that came before, costs
 * that tool alone.
 * @param complain hears of each one that is left out, in a sentence
 */
export function listedTools(
  server: string,
  declared: readonly unknown[],
  complain: (sentence: string) => void,
): ListedTool[] {
  const listed = new Map<string, ListedTool>();
  for (const each of declared) {
    const parsed = ToolSchema.safeParse(each);
    if (!parsed.success) {
      complain('A tool was left out: its declaration is not one of MCP.');
      continue;
    }
    const tool = listedTool(server, parsed.data);
    const { taskSupport } = parsed.data.execution ?? {};
    if (taskSupport === 'required')
      complain(`${tool.own} was left out: it runs as a task, which Interlock can't.`);
    else if (listed.has(tool.name)) complain(`${tool.own} was left out: there are two tools of this name.`);
    else listed.set(tool.name, tool);
  }
  return [...listed.values()];
}

/** Hints are the server's word: only a plain `readOnlyHint: true` is taken for a read, and the person may overrule it. */
function listedTool(
  server: string,
  { name: own, description, annotations, inputSchema }: Declared,
): ListedTool {
  return {
    name: toolName(server, own),
    own,
    description: plainText(description ?? annotations?.title ?? '', longestDescription),
    effect: annotations?.readOnlyHint === true ? 'read' : 'write',
    inputSchema,
  };
}

import type { Clock } from '../contract/clock';
import type { Effect, Footprint } from '../contract/footprint';
import { quotedShort } from '../contract/quoted';
import type { Tool } from '../tools/tool';
import { type InputCheck, inputCheck } from './input-check';
import type { ListedTool } from './listed-tool';
import { outcomeOf, type ResultParts } from './outcome-of';
import { tellProgress } from './progress';
import type { Server } from './server';

export interface ToolOfParts extends ResultParts {
  readonly clock: Clock;
}

/** A server's tool as one of ours: the one that it was when the run began, on whatever connection the server has by then. */
export function toolOf(
  server: Pick<Server, 'config' | 'call'>,
  listed: ListedTool,
  parts: ToolOfParts,
): Tool {
  const { name, own, effect, inputSchema } = listed;
  const serverName = server.config.name;
  const check: InputCheck = inputCheck(inputSchema);
  const footprint = footprintOf(serverName, effect);
  return {
    name,
    description: descriptionOf(serverName, listed),
    effect,
    reach: footprint,
    hosts: false,
    inputSchema: forModels(inputSchema),
    prepare(input) {
      const why = isFields(input) ? check(input) : 'it has to be an object';
      if (why !== null || !isFields(input)) return { kind: 'invalid', failure: misfit(name, why ?? '') };
      return {
        kind: 'prepared',
        footprint,
        program: null,
        inWords: `Call ${own} of the MCP server ${serverName} with ${quotedShort(JSON.stringify(input), 300)}`,
        async run(context) {
          const progress = tellProgress(context, parts.clock);
          try {
            const options = { signal: context.signal, onProgress: progress.hear };
            return outcomeOf(await server.call(own, input, options), serverName, listed, parts);
          } finally {
            progress.end();
          }
        },
      };
    },
  };
}

/**
 * A server is one resource: its tools share what lies behind it, and nothing else tells what they touch. So its reads
 * overlap, and a write of it is kept apart from everything else of it. An open world changes nothing about that: what a
 * server may reach beyond itself is not told, and were it `*`, a note taken would wait for every read of the screen.
 * Where two servers, or a server and a tool of ours, share something, the person sets that tool to `alone`.
 */
function footprintOf(server: string, effect: Effect): Footprint {
  const resource = `mcp:${server}`;
  return effect === 'read' ? { reads: [resource], writes: [] } : { reads: [], writes: [resource] };
}

function descriptionOf(server: string, { own, description }: ListedTool): string {
  const origin = `${own} of the MCP server ${server}, which the person added.`;
  return description === '' ? origin : `${description}\n\n${origin}`;
}

/** As it is, but for what no model API takes at the root of a schema; the check of the input still knows it. */
function forModels(schema: Readonly<Record<string, unknown>>): Tool['inputSchema'] {
  const { oneOf: _one, anyOf: _any, allOf: _all, ...told } = schema;
  return told;
}

function isFields(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function misfit(tool: string, why: string) {
  return {
    code: 'invalid_input' as const,
    sentence: `The input of ${tool} does not fit: ${why}.`,
    next: 'Correct the input and call it again.',
  };
}

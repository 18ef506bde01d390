import { type BenchTool, jsonSchemaOf, type ObjectSchema } from '../tool';
import { load, versionOf } from './load';
import { apiKey, type Job, modelName, mostTurns, type Runner } from './runner';

interface Agents {
  readonly Agent: new (agent: {
    name: string;
    instructions: string;
    model: object;
    tools: readonly object[];
  }) => object;
  readonly Runner: new (config: {
    tracingDisabled: boolean;
  }) => {
    run(agent: object, input: string, options: object): Promise<unknown>;
  };
  readonly MemorySession: new () => object;
  readonly OpenAIResponsesModel: new (client: object, model: string) => object;
  tool(tool: {
    name: string;
    description: string;
    parameters: ObjectSchema;
    strict: false;
    errorFunction?: null;
    execute: (
      input: Readonly<Record<string, unknown>>,
      context: unknown,
      details: { readonly signal?: AbortSignal } | undefined,
    ) => Promise<string>;
  }): object;
}

interface OpenAi {
  readonly OpenAI: new (options: { apiKey: string; baseURL: string; maxRetries: number }) => object;
}

/** OpenAI's Agents SDK, by the Responses API. A conversation is kept in its MemorySession. */
export async function openaiAgents(): Promise<Runner> {
  const [agents, { OpenAI }] = [await load<Agents>('@openai/agents'), await load<OpenAi>('openai')];
  const toolOf = (tool: BenchTool) =>
    agents.tool({
      name: tool.name,
      description: tool.description,
      parameters: jsonSchemaOf(tool),
      strict: false,
      execute: (input, _context, details) => tool.run(input, details?.signal ?? null),
    });
  return {
    name: `OpenAI Agents ${await versionOf('@openai/agents')}`,
    way: 'level',
    prepare({ origin, task, tools, signal, isKept }: Job) {
      const client = new OpenAI({ apiKey, baseURL: `${origin}/v1`, maxRetries: 0 });
      const agent = new agents.Agent({
        name: 'bench',
        instructions: 'Use the tools.',
        model: new agents.OpenAIResponsesModel(client, modelName),
        tools: tools.map(toolOf),
      });
      const runner = new agents.Runner({ tracingDisabled: true });
      const common = { maxTurns: mostTurns, ...(isKept && { session: new agents.MemorySession() }) };
      return {
        run: () => runner.run(agent, task, { ...common, signal }),
        goOn: (text) => runner.run(agent, text, common),
      };
    },
  };
}

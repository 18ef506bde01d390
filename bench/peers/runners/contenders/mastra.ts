import type { z } from 'zod';
import type { BenchTool } from '../tool';
import { load, versionOf } from './load';
import { apiKey, type Job, maxTokens, modelName, mostTurns, type Runner } from './runner';

interface MastraAgent {
  stream(
    messages: readonly object[],
    options: object,
  ): Promise<{ consumeStream(): Promise<unknown>; readonly error?: Error }>;
}

interface Agents {
  readonly Agent: new (agent: {
    id: string;
    name: string;
    instructions: string;
    model: object;
    tools: Readonly<Record<string, object>>;
    maxRetries: number;
  }) => MastraAgent;
}

interface Tools {
  createTool(tool: {
    id: string;
    description: string;
    inputSchema: z.ZodObject;
    execute: (
      input: Readonly<Record<string, unknown>>,
      context: { readonly abortSignal?: AbortSignal } | undefined,
    ) => Promise<string>;
  }): object;
}

interface AnthropicModels {
  createAnthropic(options: { apiKey: string; baseURL: string }): (model: string) => object;
}

/** The most calls at once, of ten by itself. */
const toolCallConcurrency = 64;

/** Mastra's agent, streamed, with the AI SDK's model and no memory: a conversation is what its finished steps tell. */
export async function mastra(): Promise<Runner> {
  const { Agent } = await load<Agents>('@mastra/core/agent');
  const mastraTools = await load<Tools>('@mastra/core/tools');
  const anthropic = await load<AnthropicModels>('@ai-sdk/anthropic');
  const toolOf = (tool: BenchTool) =>
    mastraTools.createTool({
      id: tool.name,
      description: tool.description,
      inputSchema: tool.input,
      execute: (given, context) => tool.run(given, context?.abortSignal ?? null),
    });
  return {
    name: `Mastra ${await versionOf('@mastra/core')}`,
    way: 'level',
    prepare({ origin, task, tools, signal }: Job) {
      const agent = new Agent({
        id: 'bench',
        name: 'bench',
        instructions: 'Use the tools.',
        model: anthropic.createAnthropic({ apiKey, baseURL: `${origin}/v1` })(modelName),
        tools: Object.fromEntries(tools.map((tool) => [tool.name, toolOf(tool)])),
        maxRetries: 0,
      });
      let heard: readonly object[] = [];
      const ask = async (messages: readonly object[], abortSignal: AbortSignal) => {
        const stream = await agent.stream(messages, {
          maxSteps: mostTurns,
          toolCallConcurrency,
          abortSignal,
          modelSettings: { maxOutputTokens: maxTokens },
          onStepFinish: ({ response }: { readonly response: { readonly messages?: readonly object[] } }) => {
            heard = response.messages ?? heard;
          },
        });
        await stream.consumeStream();
        if (stream.error instanceof Error) throw stream.error;
      };
      const user = (content: string) => ({ role: 'user', content });
      return {
        run: () => ask([user(task)], signal),
        goOn: (text) => ask([user(task), ...heard, user(text)], new AbortController().signal),
      };
    },
  };
}

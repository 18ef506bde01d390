import { type BenchTool, jsonSchemaOf, type ObjectSchema } from '../tool';
import { load, versionOf } from './load';
import { apiKey, type Job, maxTokens, modelName, mostTurns, type Runner } from './runner';

/** What came of one step; `response.messages` is the conversation up to it. */
interface Step {
  readonly response: { readonly messages: readonly object[] };
}

interface Asked {
  readonly model: object;
  readonly messages: readonly object[];
  readonly tools: Readonly<Record<string, object>>;
  readonly stopWhen: unknown;
  readonly abortSignal: AbortSignal;
  readonly maxRetries: number;
  readonly maxOutputTokens: number;
  readonly onStepFinish: (step: Step) => void;
  readonly onError: (failed: { readonly error: unknown }) => void;
}

interface Ai {
  generateText(asked: Asked): Promise<unknown>;
  streamText(asked: Asked): { consumeStream(): Promise<unknown> };
  stepCountIs(count: number): unknown;
  jsonSchema(schema: ObjectSchema): unknown;
  tool(tool: {
    description: string;
    inputSchema: unknown;
    execute: (
      input: Readonly<Record<string, unknown>>,
      options: { readonly abortSignal?: AbortSignal },
    ) => Promise<string>;
  }): object;
}

interface AnthropicModels {
  createAnthropic(options: { apiKey: string; baseURL: string }): (model: string) => object;
}

/** Vercel's AI SDK. A conversation is what its finished steps tell. */
export async function aiSdk(how: 'generateText' | 'streamText'): Promise<Runner> {
  const ai = await load<Ai>('ai');
  const anthropic = await load<AnthropicModels>('@ai-sdk/anthropic');
  const toolOf = (tool: BenchTool) =>
    ai.tool({
      description: tool.description,
      inputSchema: ai.jsonSchema(jsonSchemaOf(tool)),
      execute: (input, { abortSignal }) => tool.run(input, abortSignal ?? null),
    });
  return {
    name: `AI SDK ${await versionOf('ai')} ${how}`,
    way: 'level',
    prepare({ origin, task, tools, signal }: Job) {
      const model = anthropic.createAnthropic({ apiKey, baseURL: `${origin}/v1` })(modelName);
      const mine = Object.fromEntries(tools.map((tool) => [tool.name, toolOf(tool)]));
      let heard: readonly object[] = [];
      const ask = async (messages: readonly object[], abortSignal: AbortSignal) => {
        const failed: unknown[] = [];
        const asked: Asked = {
          model,
          messages,
          tools: mine,
          stopWhen: ai.stepCountIs(mostTurns),
          abortSignal,
          maxRetries: 0,
          maxOutputTokens: maxTokens,
          onStepFinish: ({ response }) => {
            heard = response.messages;
          },
          onError: ({ error }) => void failed.push(error),
        };
        if (how === 'generateText') await ai.generateText(asked);
        else await ai.streamText(asked).consumeStream();
        if (failed.length > 0) throw failed[0];
      };
      const user = (content: string) => ({ role: 'user', content });
      return {
        run: () => ask([user(task)], signal),
        goOn: (text) => ask([user(task), ...heard, user(text)], new AbortController().signal),
      };
    },
  };
}

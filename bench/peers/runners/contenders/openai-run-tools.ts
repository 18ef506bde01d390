import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { jsonSchemaOf } from '../tool';
import { apiKey, modelName, mostTurns, type Runner } from './runner';

const Given = z.record(z.string(), z.unknown());

/** `runTools` of OpenAI's SDK. Its tools get no signal. */
export const openaiRunTools: Runner = {
  name: 'openai runTools',
  way: 'level',
  prepare({ origin, task, tools, signal }) {
    const client = new OpenAI({ apiKey, baseURL: `${origin}/v1`, maxRetries: 0, logLevel: 'off' });
    const mine = tools.map((tool) => ({
      type: 'function' as const,
      function: {
        name: tool.name,
        description: tool.description,
        parameters: jsonSchemaOf(tool),
        parse: (text: string) => Given.parse(JSON.parse(text)),
        function: (input: z.infer<typeof Given>) => tool.run(input, null),
      },
    }));
    const begin = (messages: ChatCompletionMessageParam[], stop: AbortSignal) =>
      client.chat.completions.runTools(
        { model: modelName, messages, tools: mine },
        { signal: stop, maxChatCompletions: mostTurns },
      );
    let messages: readonly ChatCompletionMessageParam[] = [];
    return {
      async run() {
        const runner = begin([{ role: 'user', content: task }], signal);
        try {
          await runner.finalContent();
        } finally {
          messages = runner.messages;
        }
      },
      goOn: (text) =>
        begin([...messages, { role: 'user', content: text }], new AbortController().signal).finalContent(),
    };
  },
};

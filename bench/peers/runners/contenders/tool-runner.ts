import Anthropic from '@anthropic-ai/sdk';
import { betaTool } from '@anthropic-ai/sdk/helpers/beta/json-schema';
import type { Input } from '../server/reply';
import { jsonSchemaOf } from '../tool';
import { apiKey, type Job, maxTokens, modelName, type Runner } from './runner';

/** The tool runner of Anthropic's SDK, streamed. @param eagerly whether a call starts while the response still comes */
export function toolRunner(name: string, eagerly: boolean): Runner {
  return {
    name,
    way: 'level',
    prepare(job) {
      const runner = runnerOf(job, [{ role: 'user', content: job.task }], eagerly);
      return {
        run: () => runner.runUntilDone(),
        goOn(text) {
          const messages = [...runner.params.messages, { role: 'user' as const, content: text }];
          const kept = { ...job, signal: new AbortController().signal };
          return runnerOf(kept, messages, eagerly).runUntilDone();
        },
      };
    },
  };
}

function runnerOf(
  { origin, tools, signal }: Job,
  messages: Anthropic.Beta.BetaMessageParam[],
  runToolsEagerly: boolean,
) {
  const client = new Anthropic({ apiKey, baseURL: origin, maxRetries: 0, logLevel: 'off' });
  return client.beta.messages.toolRunner(
    {
      model: modelName,
      max_tokens: maxTokens,
      messages,
      stream: true,
      // Otherwise the server has to keep the conversation; a runner that sends all of it can be judged.
      thread: false,
      runToolsEagerly,
      tools: tools.map((tool) =>
        betaTool({
          name: tool.name,
          description: tool.description,
          inputSchema: jsonSchemaOf(tool),
          run: (input, context) => tool.run(input as Input, context?.signal ?? null),
        }),
      ),
    },
    { signal },
  );
}

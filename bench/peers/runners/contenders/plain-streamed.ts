import Anthropic from '@anthropic-ai/sdk';
import type { Input } from '../server/reply';
import { jsonSchemaOf } from '../tool';
import { apiKey, type Job, maxTokens, modelName, type Runner } from './runner';

/** As plain as `plain`, but with the SDK and a streamed answer, which whoever begins calls early has to ask for. */
export const plainStreamed: Runner = {
  name: 'the same, streamed',
  way: 'level',
  prepare(job) {
    const client = new Anthropic({ apiKey, baseURL: job.origin, maxRetries: 0, logLevel: 'off' });
    const messages: Anthropic.MessageParam[] = [{ role: 'user', content: job.task }];
    return {
      run: () => loop(client, job, messages),
      goOn: (text) => loop(client, job, [...messages, { role: 'user', content: text }]),
    };
  },
};

async function loop(client: Anthropic, { tools, signal }: Job, messages: Anthropic.MessageParam[]) {
  const declared = tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    input_schema: { ...jsonSchemaOf(tool), type: 'object' as const },
  }));
  for (;;) {
    const asked = { model: modelName, max_tokens: maxTokens, tools: declared, messages };
    const { content } = await client.messages.stream(asked).finalMessage();
    messages.push({ role: 'assistant', content });
    const calls = content.filter((block) => block.type === 'tool_use');
    if (calls.length === 0) return;
    const results = await Promise.all(
      calls.map(async ({ id, name, input }): Promise<Anthropic.ToolResultBlockParam> => {
        const tool = tools.find((each) => each.name === name);
        if (tool === undefined) throw new Error(`no tool ${name}`);
        return { type: 'tool_result', tool_use_id: id, content: await tool.run(input as Input, signal) };
      }),
    );
    messages.push({ role: 'user', content: results });
  }
}

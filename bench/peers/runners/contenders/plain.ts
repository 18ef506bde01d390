import { z } from 'zod';
import { jsonSchemaOf } from '../tool';
import { type Job, maxTokens, modelName, type Runner } from './runner';

const Block = z.looseObject({ type: z.string() });
const Call = z.object({
  type: z.literal('tool_use'),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
});

/** The least that an agent loop can be: fetch, and Promise.all over the calls. */
export const plain: Runner = {
  name: 'plain Promise.all',
  way: 'level',
  prepare(job) {
    const messages: unknown[] = [{ role: 'user', content: job.task }];
    return {
      run: () => loop(job, messages),
      goOn: (text) => loop(job, [...messages, { role: 'user', content: text }]),
    };
  },
};

async function loop({ origin, tools, signal }: Job, messages: unknown[]): Promise<void> {
  const declared = tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    input_schema: jsonSchemaOf(tool),
  }));
  for (;;) {
    const response = await fetch(`${origin}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: modelName, max_tokens: maxTokens, tools: declared, messages }),
    });
    if (!response.ok) throw new Error(await response.text());
    const { content } = z.object({ content: z.array(Block) }).parse(await response.json());
    messages.push({ role: 'assistant', content });
    const calls = content.filter(({ type }) => type === 'tool_use').map((block) => Call.parse(block));
    if (calls.length === 0) return;
    const results = await Promise.all(
      calls.map(async ({ id, name, input }) => {
        const tool = tools.find((each) => each.name === name);
        if (tool === undefined) throw new Error(`no tool ${name}`);
        return { type: 'tool_result', tool_use_id: id, content: await tool.run(input, signal) };
      }),
    );
    messages.push({ role: 'user', content: results });
  }
}

import { z } from 'zod';
import { responsesObjection } from '../../../../src-main/providers/wire-rules/index';
import { type Block, inputOf } from './reply';
import { type Frame, sse, type Wire } from './wire';

const Part = z.looseObject({ type: z.string(), text: z.string().optional() });
const Item = z.looseObject({
  type: z.string().optional(),
  call_id: z.string().optional(),
  output: z.union([z.string(), z.array(Part)]).optional(),
});
const Body = z.looseObject({
  stream: z.boolean().nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  previous_response_id: z.string().nullish(),
  tools: z.array(z.looseObject({ name: z.string() })).default([]),
  input: z.union([z.string(), z.array(Item)]),
});

/** OpenAI's Responses API, of a server that keeps nothing. */
export const responsesWire: Wire = {
  path: '/v1/responses',
  objection(body) {
    const previous = Body.safeParse(body).data?.previous_response_id ?? null;
    return previous === null ? responsesObjection(body) : `there is no response ${previous} here`;
  },
  read(body) {
    const { stream, parallel_tool_calls, tools, input } = Body.parse(body);
    const items = typeof input === 'string' ? [] : input;
    return {
      results: items.flatMap(({ call_id: id, output }) =>
        id === undefined || output === undefined ? [] : [{ id, text: textOf(output) }],
      ),
      parallel: parallel_tool_calls !== false,
      streams: stream === true,
      tools: tools.map(({ name }) => name),
    };
  },
  whole: (reply, id) =>
    response(
      id,
      'completed',
      reply.blocks.map((block, at) => item(block, id, at)),
    ),
  frames(reply, id) {
    let at = reply.waitMs;
    const frames: Frame[] = [];
    const say = (type: string, said: Readonly<Record<string, unknown>>) =>
      frames.push(sse(at, type, { type, sequence_number: frames.length, ...said }));
    say('response.created', { response: response(id, 'in_progress', []) });
    for (const [output_index, block] of reply.blocks.entries()) {
      const done = item(block, id, output_index);
      const place = { item_id: done.id, output_index };
      say('response.output_item.added', { output_index, item: begun(block, done) });
      if (block.kind === 'text') {
        const part = { type: 'output_text', text: block.text, annotations: [] };
        const content = { ...place, content_index: 0 };
        say('response.content_part.added', { ...content, part: { ...part, text: '' } });
        say('response.output_text.delta', { ...content, delta: block.text });
        say('response.output_text.done', { ...content, text: block.text });
        say('response.content_part.done', { ...content, part });
      } else {
        for (const { afterMs, json } of block.pieces) {
          at += afterMs;
          say('response.function_call_arguments.delta', { ...place, delta: json });
        }
        say('response.function_call_arguments.done', { ...place, arguments: inputOf(block) });
      }
      say('response.output_item.done', { output_index, item: done });
    }
    say('response.completed', { response: responsesWire.whole(reply, id) });
    return frames;
  },
  refusal: (message) => ({ error: { message, type: 'invalid_request_error', param: null, code: null } }),
};

function textOf(output: string | readonly { readonly text?: string | undefined }[]): string {
  return typeof output === 'string' ? output : output.map(({ text = '' }) => text).join('');
}

function response(id: string, status: 'in_progress' | 'completed', output: readonly unknown[]) {
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 0,
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    model: 'scripted',
    output,
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    metadata: {},
    usage: {
      input_tokens: 1,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 1,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 2,
    },
  };
}

function item(block: Block, id: string, at: number) {
  if (block.kind === 'text') {
    const content = [{ type: 'output_text', text: block.text, annotations: [] }];
    return { id: `msg_${id}_${at}`, type: 'message', role: 'assistant', status: 'completed', content };
  }
  const { id: call_id, tool: name } = block;
  const common = { id: `fc_${id}_${at}`, type: 'function_call', status: 'completed' };
  return { ...common, call_id, name, arguments: inputOf(block) };
}

function begun(block: Block, done: ReturnType<typeof item>) {
  const empty = block.kind === 'text' ? { content: [] } : { arguments: '' };
  return { ...done, ...empty, status: 'in_progress' };
}

import { z } from 'zod';
import { chatObjection } from '../../../../src-main/providers/wire-rules/index';
import { inputOf, type Reply } from './reply';
import { type Frame, hasCalls, sse, type Wire } from './wire';

const Part = z.looseObject({ type: z.string(), text: z.string().optional() });
const Body = z.looseObject({
  stream: z.boolean().nullish(),
  parallel_tool_calls: z.boolean().optional(),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).default([]),
  messages: z.array(
    z.looseObject({
      role: z.string(),
      tool_call_id: z.string().optional(),
      content: z.union([z.string(), z.array(Part)]).nullish(),
    }),
  ),
});

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

/** OpenAI's Chat Completions API. */
export const chatWire: Wire = {
  path: '/v1/chat/completions',
  objection: chatObjection,
  read(body) {
    const { stream, parallel_tool_calls, tools, messages } = Body.parse(body);
    return {
      results: messages.flatMap(({ tool_call_id: id, content }) =>
        id === undefined ? [] : [{ id, text: textOf(content ?? '') }],
      ),
      parallel: parallel_tool_calls !== false,
      streams: stream === true,
      tools: tools.map((tool) => tool.function.name),
    };
  },
  whole: (reply, id) => ({
    id: `chatcmpl-${id}`,
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: textsOf(reply),
          ...(hasCalls(reply) && { tool_calls: callsOf(reply) }),
        },
        finish_reason: finish(reply),
      },
    ],
    usage,
  }),
  frames(reply, id) {
    let at = reply.waitMs;
    const chunk = (delta: unknown, finish_reason: string | null = null): Frame =>
      sse(at, null, {
        id: `chatcmpl-${id}`,
        object: 'chat.completion.chunk',
        created: 0,
        model: 'scripted',
        choices: [{ index: 0, delta, finish_reason }],
      });
    const frames = [chunk({ role: 'assistant', content: textsOf(reply) })];
    let index = 0;
    for (const block of reply.blocks) {
      if (block.kind === 'text') continue;
      const { id: call, tool: name, pieces } = block;
      const begun = { index, id: call, type: 'function', function: { name, arguments: '' } };
      frames.push(chunk({ tool_calls: [begun] }));
      for (const { afterMs, json } of pieces) {
        at += afterMs;
        frames.push(chunk({ tool_calls: [{ index, function: { arguments: json } }] }));
      }
      index += 1;
    }
    frames.push(chunk({}, finish(reply)), sse(at, null, '[DONE]'));
    return frames;
  },
  refusal: (message) => ({ error: { message, type: 'invalid_request_error', param: null, code: null } }),
};

function textOf(content: string | readonly { readonly text?: string | undefined }[]): string {
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('');
}

function textsOf({ blocks }: Reply): string | null {
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  return texts.length === 0 ? null : texts.join('\n');
}

function callsOf({ blocks }: Reply): unknown[] {
  return blocks.flatMap((block) =>
    block.kind === 'text'
      ? []
      : [
          {
            id: block.id,
            type: 'function',
            function: { name: block.tool, arguments: inputOf(block) },
          },
        ],
  );
}

function finish(reply: Reply): string {
  return hasCalls(reply) ? 'tool_calls' : 'stop';
}

import { z } from 'zod';
import { messagesObjection } from '../../../../src-main/providers/wire-rules/index';
import { type Block, inputOf, type Reply } from './reply';
import { type Frame, hasCalls, sse, type ToldResult, type Wire } from './wire';

const Part = z.looseObject({ type: z.string(), text: z.string().optional() });
const Result = z.looseObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(Part)]).optional(),
});
const Body = z.looseObject({
  stream: z.boolean().optional(),
  tools: z.array(z.looseObject({ name: z.string() })).default([]),
  tool_choice: z.looseObject({ disable_parallel_tool_use: z.boolean().optional() }).optional(),
  messages: z.array(z.looseObject({ content: z.union([z.string(), z.array(z.unknown())]) })),
});

const usage = { input_tokens: 1, output_tokens: 1 };

/** Anthropic's Messages API. */
export const messagesWire: Wire = {
  path: '/v1/messages',
  objection: messagesObjection,
  read(body) {
    const { stream, tools, tool_choice, messages } = Body.parse(body);
    return {
      results: messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content.flatMap(told))),
      parallel: tool_choice?.disable_parallel_tool_use !== true,
      streams: stream === true,
      tools: tools.map(({ name }) => name),
    };
  },
  whole: (reply, id) => ({
    ...head(id),
    content: reply.blocks.map(whole),
    stop_reason: stopReason(reply),
  }),
  frames(reply, id) {
    let at = reply.waitMs;
    const frames: Frame[] = [event(at, { type: 'message_start', message: { ...head(id), content: [] } })];
    for (const [index, block] of reply.blocks.entries()) {
      frames.push(event(at, { type: 'content_block_start', index, content_block: begun(block) }));
      for (const { afterMs, delta } of deltas(block)) {
        at += afterMs;
        frames.push(event(at, { type: 'content_block_delta', index, delta }));
      }
      frames.push(event(at, { type: 'content_block_stop', index }));
    }
    const delta = { stop_reason: stopReason(reply), stop_sequence: null };
    frames.push(event(at, { type: 'message_delta', delta, usage }), event(at, { type: 'message_stop' }));
    return frames;
  },
  refusal: (message) => ({ type: 'error', error: { type: 'invalid_request_error', message } }),
};

function event(at: number, data: { readonly type: string; readonly [key: string]: unknown }): Frame {
  return sse(at, data.type, data);
}

function head(id: string) {
  return {
    id: `msg_${id}`,
    type: 'message',
    role: 'assistant',
    model: 'scripted',
    stop_reason: null,
    stop_sequence: null,
    usage,
  } as const;
}

function stopReason(reply: Reply): string {
  return hasCalls(reply) ? 'tool_use' : 'end_turn';
}

function whole(block: Block): unknown {
  if (block.kind === 'text') return { type: 'text', text: block.text };
  return { ...begun(block), input: JSON.parse(inputOf(block)) as unknown };
}

function begun(block: Block): Readonly<Record<string, unknown>> {
  if (block.kind === 'text') return { type: 'text', text: '' };
  return { type: 'tool_use', id: block.id, name: block.tool, input: {} };
}

function deltas(block: Block): { afterMs: number; delta: unknown }[] {
  if (block.kind === 'text') return [{ afterMs: 0, delta: { type: 'text_delta', text: block.text } }];
  return block.pieces.map(({ afterMs, json }) => ({
    afterMs,
    delta: { type: 'input_json_delta', partial_json: json },
  }));
}

function told(block: unknown): ToldResult[] {
  const result = Result.safeParse(block);
  if (!result.success) return [];
  const { tool_use_id: id, content = '' } = result.data;
  return [
    { id, text: typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('') },
  ];
}

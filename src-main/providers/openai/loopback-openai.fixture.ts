import type { Answer, Stage } from '../loopback-model.fixture';

/** Events as the server sends them: an object is one of JSON, a text stands as it is. */
export type Sse = object | string;

export const doneMark = '[DONE]';

export function sse(events: readonly Sse[]): Buffer {
  const lines = events.map((event) => {
    const data = typeof event === 'string' ? event : JSON.stringify(event);
    const type = typeof event !== 'string' && 'type' in event ? `event: ${String(event.type)}\n` : '';
    return `${type}data: ${data}\n\n`;
  });
  return Buffer.from(lines.join(''), 'utf8');
}

export function stream(
  events: readonly Sse[],
  after: 'end' | 'cut' | 'held' = 'end',
  pieces: 'whole' | 'bytewise' = 'whole',
): Answer {
  return { kind: 'stream', bytes: sse(events), pieces, after };
}

export function stage(open: Promise<unknown>, events: readonly Sse[]): Stage {
  return { open, bytes: sse(events) };
}

/** @param body as it stands; text goes out as text, not as JSON */
export function status(code: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { kind: 'status', status: code, body, headers };
}

export function openaiError(
  message: string,
  said: { code?: string | null; type?: string; param?: string } = {},
) {
  return { error: { message, type: 'invalid_request_error', param: null, code: null, ...said } };
}

/** One chunk of Chat Completions. */
export function chunk(delta: object, finish_reason: string | null = null): object {
  return { id: 'c1', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] };
}

export function toolChunk(tool: object): object {
  return chunk({ tool_calls: [tool] });
}

/** A call as OpenAI streams it: the head first, then its arguments. */
export function chatCall(index: number, id: string, name: string, ...pieces: readonly string[]): object[] {
  return [
    toolChunk({ index, id, type: 'function', function: { name, arguments: '' } }),
    ...pieces.map((piece) => toolChunk({ index, function: { arguments: piece } })),
  ];
}

export const chatUsage = {
  prompt_tokens: 2100,
  completion_tokens: 40,
  prompt_tokens_details: { cached_tokens: 2000 },
};

export function chatEnd(finish: string): Sse[] {
  return [
    chunk({}, finish),
    { id: 'c1', object: 'chat.completion.chunk', choices: [], usage: chatUsage },
    doneMark,
  ];
}

/** An item of the Responses API, from its start to its end. */
export function item(output_index: number, begun: object, deltas: readonly object[], done: object): object[] {
  return [
    { type: 'response.output_item.added', output_index, item: begun },
    ...deltas.map((delta) => ({ output_index, ...delta })),
    { type: 'response.output_item.done', output_index, item: done },
  ];
}

export function messageItem(index: number, ...texts: readonly string[]): object[] {
  return item(
    index,
    { type: 'message', id: `msg_${index}`, role: 'assistant', content: [] },
    texts.map((delta) => ({ type: 'response.output_text.delta', content_index: 0, delta })),
    {
      type: 'message',
      id: `msg_${index}`,
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: texts.join(''), annotations: [] }],
    },
  );
}

export function callItem(
  index: number,
  call_id: string,
  name: string,
  ...pieces: readonly string[]
): object[] {
  const head = { type: 'function_call', id: `fc_${index}`, call_id, name };
  return item(
    index,
    { ...head, status: 'in_progress', arguments: '' },
    pieces.map((delta) => ({
      type: 'response.function_call_arguments.delta',
      item_id: `fc_${index}`,
      delta,
    })),
    { ...head, status: 'completed', arguments: pieces.join('') },
  );
}

export const responsesUsage = {
  input_tokens: 2100,
  output_tokens: 40,
  input_tokens_details: { cached_tokens: 2000 },
};

export const responseCreated = { type: 'response.created', response: { id: 'resp_1', output: [] } };

export function responseEnd(ending: 'completed' | 'incomplete' | 'failed', more: object = {}): object {
  return {
    type: `response.${ending}`,
    response: { id: 'resp_1', status: ending, output: [], usage: responsesUsage, ...more },
  };
}

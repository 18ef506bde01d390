import type { Answer, Stage } from '../loopback-model.fixture';

interface Sse {
  readonly type: string;
}

export function stream(
  events: readonly Sse[],
  after: 'end' | 'cut' | 'held' = 'end',
  pieces: 'whole' | 'bytewise' = 'whole',
): Answer {
  return { kind: 'stream', bytes: sse(events), pieces, after };
}

/** A part of a stream that is sent once its gate is open. */
export function stage(open: Promise<unknown>, events: readonly Sse[]): Stage {
  return { open, bytes: sse(events) };
}

function sse(events: readonly Sse[]): Buffer {
  const text = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  return Buffer.from(text, 'utf8');
}

export function status(
  code: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { kind: 'status', status: code, body: { type: 'error', error: { type, message } }, headers };
}

export const usage = {
  input_tokens: 100,
  cache_read_input_tokens: 2000,
  cache_creation_input_tokens: 300,
  output_tokens: 1,
};

export const messageStart = {
  type: 'message_start',
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    content: [],
    model: 'm',
    stop_reason: null,
    usage,
  },
};

/** A block from its start to its stop; each delta in an event of its own. */
export function block(index: number, begun: Sse, deltas: readonly Sse[]): Sse[] {
  return [
    { type: 'content_block_start', index, content_block: begun } as Sse,
    ...deltas.map((delta): Sse => ({ type: 'content_block_delta', index, delta }) as Sse),
    { type: 'content_block_stop', index } as Sse,
  ];
}

export function textBlock(index: number, ...texts: readonly string[]): Sse[] {
  return block(
    index,
    { type: 'text', text: '' } as Sse,
    texts.map((text) => ({ type: 'text_delta', text }) as Sse),
  );
}

export function toolBlock(index: number, id: string, name: string, ...json: readonly string[]): Sse[] {
  return block(
    index,
    { type: 'tool_use', id, name, input: {} } as Sse,
    json.map((partial_json) => ({ type: 'input_json_delta', partial_json }) as Sse),
  );
}

export function messageEnd(stop_reason: string, output_tokens = 40): Sse[] {
  return [
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens } } as Sse,
    { type: 'message_stop' },
  ];
}

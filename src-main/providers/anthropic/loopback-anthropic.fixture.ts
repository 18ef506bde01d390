import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** What the server does with one request. */
export type Answer =
  | {
      readonly kind: 'stream';
      readonly bytes: Buffer;
      /** `bytewise`: each byte in a write of its own. */
      readonly pieces: 'whole' | 'bytewise';
      /** `cut`: the socket is destroyed. `held`: nothing more comes, until the other side goes. */
      readonly after: 'end' | 'cut' | 'held';
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** The socket is destroyed before anything is said. */
  | { readonly kind: 'hang-up' };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** An answer, or what makes one of what was asked. */
export type Scripted = Answer | ((asked: Asked) => Answer);

/** A server on loopback that answers as the Messages API does, as a test's script says. For tests. */
export interface LoopbackAnthropic {
  readonly baseUrl: string;
  /** Every request so far. */
  readonly asked: readonly Asked[];
  /** Resolves when the connection of a held answer has been left. */
  readonly left: Promise<void>;
  close(): Promise<void>;
}

/** @param script one answer a request; a further request is a failure of the test */
export async function loopbackAnthropic(script: readonly Scripted[]): Promise<LoopbackAnthropic> {
  const asked: Asked[] = [];
  let tellLeft = () => {};
  const left = new Promise<void>((resolve) => {
    tellLeft = resolve;
  });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const now: Asked = { method, path, headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) };
      asked.push(now);
      response.on('close', tellLeft);
      const scripted = script[asked.length - 1] ?? unscripted;
      void reply(response, typeof scripted === 'function' ? scripted(now) : scripted);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    left,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const unscripted: Answer = { kind: 'status', status: 418, body: 'not in the script', headers: {} };

async function reply(response: ServerResponse, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'hang-up':
      response.destroy();
      return;
    case 'status':
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
      return;
    case 'stream': {
      const { bytes, pieces, after } = answer;
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'request-id': 'req_1' });
      response.flushHeaders();
      const step = pieces === 'whole' ? Math.max(1, bytes.length) : 1;
      for (let at = 0; at < bytes.length; at += step) {
        response.write(bytes.subarray(at, at + step));
        await setImmediate();
      }
      if (after === 'end') response.end();
      if (after === 'cut') response.write('event: ', () => response.destroy());
    }
  }
}

interface Sse {
  readonly type: string;
}

export function stream(
  events: readonly Sse[],
  after: 'end' | 'cut' | 'held' = 'end',
  pieces: 'whole' | 'bytewise' = 'whole',
): Answer {
  const text = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  return { kind: 'stream', bytes: Buffer.from(text, 'utf8'), pieces, after };
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

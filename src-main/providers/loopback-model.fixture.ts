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
  /** A stream that comes in stages: each is sent once its gate is open. */
  | { readonly kind: 'stages'; readonly stages: readonly Stage[] }
  /** The socket is destroyed before anything is said. */
  | { readonly kind: 'hang-up' };

export interface Stage {
  readonly open: Promise<unknown>;
  readonly bytes: Buffer;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** An answer, or what makes one of what was asked. */
export type Scripted = Answer | ((asked: Asked) => Answer);

/** A server on loopback that answers as a test's script says, in the way of some model's API. For tests. */
export interface LoopbackModel {
  readonly baseUrl: string;
  /** Every request so far. */
  readonly asked: readonly Asked[];
  /** Resolves when the connection of a held answer has been left. */
  readonly left: Promise<void>;
  close(): Promise<void>;
}

/** @param script one answer a request; a further request is a failure of the test */
export async function loopbackModel(script: readonly Scripted[]): Promise<LoopbackModel> {
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
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
      return;
    case 'stages':
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.flushHeaders();
      for (const { open, bytes } of answer.stages) {
        await open;
        response.write(bytes);
      }
      response.end();
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

/** A gate of a stage: closed until it is opened. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

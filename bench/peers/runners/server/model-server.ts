import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatWire } from './chat-wire';
import { messagesWire } from './messages-wire';
import { endOf, type Reply } from './reply';
import { responsesWire } from './responses-wire';
import type { Asked, Wire } from './wire';

/** What the model answers. @param turn the number of the request in its session, from 1 */
export type Script = (asked: Asked, turn: number) => Reply;

/** One conversation with the scripted model, under a base URL of its own. */
export interface Session {
  /** Without `/v1`. */
  readonly origin: string;
  /** Requests that the model answered. */
  readonly turns: number;
  /** Why requests were refused, one a request. */
  readonly objections: readonly string[];
  /** The latest request that was answered. */
  readonly latest: Asked | null;
  close(): void;
}

/** A loopback server that answers as three model APIs do, by a script, and as strictly. */
export interface ModelServer {
  open(script: Script): Session;
  close(): Promise<void>;
}

const wires: readonly Wire[] = [messagesWire, chatWire, responsesWire];

interface Open {
  readonly script: Script;
  turns: number;
  latest: Asked | null;
  readonly objections: string[];
}

export async function startModelServer(): Promise<ModelServer> {
  const sessions = new Map<string, Open>();
  let opened = 0;
  let answered = 0;
  const server = createServer((request, response) => {
    const arrived = performance.now();
    void bodyOf(request).then((body) => answer(request.url ?? '', body, response, arrived));
  });

  async function answer(url: string, body: unknown, response: ServerResponse, arrived: number) {
    const [, name = ''] = /^\/(\w+)\//.exec(url) ?? [];
    const session = sessions.get(name);
    const path = new URL(url, 'http://loopback').pathname.slice(name.length + 1);
    const wire = wires.find((each) => each.path === path);
    if (session === undefined || wire === undefined) return json(response, 404, { error: `no ${url} here` });
    const objection = wire.objection(body);
    if (objection !== null) {
      session.objections.push(objection);
      return json(response, 400, wire.refusal(objection));
    }
    const asked = wire.read(body);
    session.turns += 1;
    session.latest = asked;
    answered += 1;
    const reply = session.script(asked, session.turns);
    const id = String(answered);
    if (asked.streams) return stream(response, wire.frames(reply, id), arrived);
    await until(arrived + endOf(reply));
    json(response, 200, wire.whole(reply, id));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    open(script) {
      opened += 1;
      const name = `s${opened}`;
      const open: Open = { script, turns: 0, latest: null, objections: [] };
      sessions.set(name, open);
      return {
        origin: `http://127.0.0.1:${port}/${name}`,
        get turns() {
          return open.turns;
        },
        get latest() {
          return open.latest;
        },
        objections: open.objections,
        close: () => void sessions.delete(name),
      };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Frames of one moment go out together. Nothing is sent to who has left. */
async function stream(
  response: ServerResponse,
  frames: readonly { readonly at: number; readonly sse: string }[],
  arrived: number,
): Promise<void> {
  let begun = false;
  for (let next = 0; next < frames.length; ) {
    const at = frames[next]?.at ?? 0;
    let text = '';
    for (; frames[next]?.at === at; next += 1) text += frames[next]?.sse ?? '';
    await until(arrived + at);
    if (response.destroyed) return;
    if (!begun) response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    begun = true;
    if (next === frames.length) response.end(text);
    else response.write(text);
  }
}

/** By the clock and not by steps, so that late timers do not add up. */
async function until(moment: number): Promise<void> {
  for (let left = moment - performance.now(); left > 0; left = moment - performance.now())
    await new Promise<void>((resolve) => {
      setTimeout(resolve, left);
    });
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pause } from '../contract/clock';
import { indexPath, readingAt, stationIndex } from './readings';

export interface ReadingService {
  /** Like `http://127.0.0.1:51234`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** How long an answer takes, so that waiting for several at once is seen. */
export const readingDelayMs = 300;

/**
 * A small service of weather readings, on loopback alone. It refuses what comes under another host's name (DNS
 * rebinding) or from a web page.
 */
export async function startReadingService(pause: Pause): Promise<ReadingService> {
  const closing = new AbortController();
  const server = createServer((request, response) => {
    void answer(request, response, () => pause(readingDelayMs, closing.signal));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    close: async () => {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, wait: () => Promise<void>) {
  const host = `127.0.0.1:${request.socket.localPort ?? ''}`;
  if (request.headers.host !== host || request.headers.origin !== undefined) {
    return send(response, 403, 'Only programs on this machine may ask.');
  }
  if (request.method !== 'GET') return send(response, 405, 'Only GET is answered.');
  if (request.url === indexPath) {
    await wait();
    return send(response, 200, JSON.stringify(stationIndex(`http://${host}`)), 'application/json');
  }
  const address = `http://${host}${request.url ?? '/'}`;
  const reading = URL.canParse(address) ? readingAt(new URL(address).pathname) : null;
  if (reading === null) return send(response, 404, 'There is no such station.');
  await wait();
  send(response, 200, reading);
}

function send(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Desktop, Program } from '../../../native/linux/private-desktop';

/** A page in a Chromium of its own, served from this process, which can have it run script behind the adapter's back. */
export interface ChromiumPage {
  readonly process: Program;
  /** What an expression comes to in the page, once the page has gone through what was before it. */
  run(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** What the page is given besides its own: it takes expressions as they come, and posts what they come to. */
const ears = `<script>
  new EventSource('/say').onmessage = async ({ data }) => {
    const { number, expression } = JSON.parse(data);
    const value = (await (0, eval)(expression)) ?? null;
    await fetch('/heard', { method: 'POST', body: JSON.stringify({ number, value }) });
  };
</script>`;

/** @param file the page */
export async function openChromium(desktop: Desktop, file: URL): Promise<ChromiumPage> {
  const served = await serve(`${await readFile(file, 'utf8')}${ears}`);
  const spawned = await desktop.spawn('chromium', flags(desktop, served.address));
  if (!spawned.ok) throw new Error(spawned.failure.sentence);
  await served.listening;
  return {
    process: spawned.value,
    run: served.run,
    async close() {
      await spawned.value.stop();
      served.close();
    },
  };
}

let profiles = 0;

function flags({ folder }: Desktop, address: string): readonly string[] {
  profiles += 1;
  return [
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--disable-component-update',
    '--disable-background-networking',
    '--password-store=basic',
    '--force-renderer-accessibility',
    '--window-position=0,0',
    '--window-size=760,640',
    `--user-data-dir=${join(folder, `chromium-${profiles}`)}`,
    `--app=${address}`,
  ];
}

async function serve(page: string) {
  const waiting = new Map<number, (value: unknown) => void>();
  let ear: ServerResponse | null = null;
  let ready = () => {};
  const listening = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const server = createServer((request, response) => {
    if (request.url === '/say') {
      ear = response.writeHead(200, { 'content-type': 'text/event-stream' });
      ear.flushHeaders();
      ready();
    } else if (request.url === '/heard') {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.once('end', () => {
        const { number, value } = JSON.parse(body) as { number: number; value: unknown };
        waiting.get(number)?.(value);
        response.end();
      });
    } else if (request.url === '/') response.setHeader('content-type', 'text/html').end(page);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let asked = 0;
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    listening,
    run: (expression: string): Promise<unknown> => {
      asked += 1;
      const number = asked;
      ear?.write(`data: ${JSON.stringify({ number, expression })}\n\n`);
      return new Promise((resolve) => waiting.set(number, resolve));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpGetTool } from './http-get';
import { someContext, textOf, tryTool, whyInvalid } from './try-tool.fixture';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const tool = httpGetTool(globalThis.fetch);
const get = (input: unknown, context = someContext) => tryTool(tool, input, context);

describe('http_get', () => {
  it('returns the text, without cookies or keys', async () => {
    const headers: unknown[] = [];
    const origin = await serve((request, response) => {
      headers.push(request.headers.cookie, request.headers.authorization);
      response.setHeader('content-type', 'text/plain; charset=utf-8').end('Grüße');
    });
    expect(textOf(await get({ url: `${origin}/a` }))).toBe(
      `${origin}/a answered 200 text/plain; charset=utf-8, characters 0 to 5 of 5\nGrüße`,
    );
    expect(headers).toEqual([undefined, undefined]);
  });

  it('reads the charset that is stated', async () => {
    const origin = await serve((_, response) =>
      response.setHeader('content-type', 'text/html; charset=iso-8859-1').end(Buffer.from([0xfc])),
    );
    expect(textOf(await get({ url: origin }))).toMatch(/\nü$/);
  });

  it('cuts what is long, and goes on', async () => {
    const body = 'x'.repeat(30_000) + 'y'.repeat(100);
    const origin = await serve((_, response) =>
      response.setHeader('content-type', 'application/json').end(body),
    );
    expect(textOf(await get({ url: origin }))).toMatch(
      /\n\(cut: to go on, call http_get with from: 30000\.\)$/,
    );
    expect(textOf(await get({ url: origin, from: 30_000 }))).toMatch(
      /characters 30000 to 30100 of 30100\ny{100}$/,
    );
  });

  it('reads no more than a megabyte, and hangs up', async () => {
    let hungUp: (() => void) | null = null;
    const over = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const origin = await serve((request, response) => {
      response.setHeader('content-type', 'text/plain');
      const chunk = 'x'.repeat(65_536);
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      request.on('close', () => hungUp?.());
      pour();
    });
    const text = textOf(await get({ url: origin }));
    expect(text).toContain('of the first 1000000; the rest is too long to be read\n');
    await over;
  });

  it('follows redirects within a host, and names one that leads elsewhere', async () => {
    const other = await serve((_, response) => response.end());
    const origin = await serve((request, response) => {
      if (request.url === '/out') response.writeHead(302, { location: `${other}/x` }).end();
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (request.url === '/in') response.writeHead(301, { location: '/end' }).end();
      else response.setHeader('content-type', 'text/plain').end(request.url);
    });
    expect(textOf(await get({ url: `${origin}/in` }))).toMatch(/\/end answered 200.*\n\/end$/);
    expect((await get({ url: `${origin}/out` })).failure).toEqual({
      code: 'http_failed',
      sentence: `It redirects to another host: ${other}/x`,
      next: 'Fetch that address if it is to be trusted.',
    });
    expect((await get({ url: `${origin}/loop` })).failure?.sentence).toBe(
      `${origin}/loop redirects more than 5 times.`,
    );
  });

  it('refuses what is not text', async () => {
    const origin = await serve((_, response) => response.setHeader('content-type', 'image/png').end('x'));
    expect((await get({ url: origin })).failure).toMatchObject({
      code: 'unsupported',
      sentence: `${origin}/ is image/png, not text.`,
    });
  });

  it('fails on an error status, and still shows what it says', async () => {
    const origin = await serve((_, response) =>
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page'),
    );
    const outcome = await get({ url: origin });
    expect(outcome.failure).toMatchObject({ code: 'http_failed', sentence: `${origin}/ answered 404.` });
    expect(textOf(outcome)).toMatch(/\nno such page$/);
  });

  it('fails where nobody listens', async () => {
    const origin = await serve(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect((await get({ url: origin })).failure).toMatchObject({
      code: 'http_failed',
      sentence: expect.stringContaining('could not be reached: connect ECONNREFUSED') as string,
    });
  });

  it('ends at once where it is cancelled', async () => {
    const stop = new AbortController();
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('begun');
      stop.abort();
    });
    const outcome = await get({ url: origin }, { ...someContext, signal: stop.signal });
    expect(outcome.failure).toMatchObject({ code: 'cancelled' });
  });

  it('names the host and the port it reads', () => {
    const reads = (url: string) => {
      const prepared = tool.prepare({ url });
      return prepared.kind === 'prepared' ? prepared.footprint.reads : [];
    };
    expect(reads('https://Example.com/a')).toEqual(['net:example.com:443']);
    expect(reads('http://127.0.0.1:8080/')).toEqual(['net:127.0.0.1:8080']);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://example.com',
    'javascript:alert(1)',
    'nonsense',
    'http://user:pw@example.com',
  ])('does not take %j', (url) => {
    expect(whyInvalid(tool, { url })).not.toBeNull();
  });
});

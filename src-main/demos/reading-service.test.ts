import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReadingService, readingDelayMs, startReadingService } from './reading-service';
import { readingAt, stationIndex } from './readings';

let service: ReadingService;
let waits: { ms: number; release: () => void }[] = [];
let waiting: (() => void) | null = null;

beforeEach(async () => {
  waits = [];
  service = await startReadingService(
    (ms) =>
      new Promise((release) => {
        waits.push({ ms, release });
        waiting?.();
      }),
  );
});
afterEach(() => service.close());

function untilWaiting(count: number): Promise<void> {
  return new Promise((resolve) => {
    waiting = () => (waits.length === count ? resolve() : undefined);
    waiting();
  });
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request(`${service.origin}${path}`, { headers, method });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, body };
}

it('answers after its delay, several at once', async () => {
  const both = Promise.all([ask('/readings/harbour'), ask('/readings/summit')]);
  await untilWaiting(2);
  expect(waits.map(({ ms }) => ms)).toEqual([readingDelayMs, readingDelayMs]);
  for (const { release } of waits) release();
  expect(await both).toEqual([
    { status: 200, body: `${readingAt('/readings/harbour')}\n` },
    { status: 200, body: `${readingAt('/readings/summit')}\n` },
  ]);
});

it('lists its stations with their addresses', async () => {
  const asked = ask('/stations');
  await untilWaiting(1);
  for (const { release } of waits) release();
  expect(JSON.parse((await asked).body)).toEqual(stationIndex(service.origin));
});

it.each([
  ['another host name', '/readings/harbour', { host: 'evil.example' }, 'GET', 403],
  ['a web page', '/readings/harbour', { origin: 'https://evil.example' }, 'GET', 403],
  ['another method', '/readings/harbour', {}, 'POST', 405],
  ['an unknown station', '/readings/moon', {}, 'GET', 404],
  ['an address that is none', '/\\:x/%', {}, 'GET', 404],
  ['a path that reads as another host', '//', {}, 'GET', 404],
])('refuses %s at once', async (_what, path, headers, method, status) => {
  expect(await ask(path, headers as Record<string, string>, method)).toMatchObject({ status });
  expect(waits).toEqual([]);
});

it('listens on loopback alone', () => {
  expect(service.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

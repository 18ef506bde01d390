import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describe as describeAll, getChildren, getRole, getState } from './accessible';
import { getExtents } from './component';
import { connect } from './connect';
import { Line } from './line';
import { type Loopback, never, patient, startLoopback } from './loopback.fixture';
import { Refusal } from './loopback-app.fixture';
import { type LoopbackBus, startLoopbackBus } from './loopback-bus.fixture';
import { part, type Reply } from './loopback-part.fixture';
import { applicationAt } from './ref';

let bus: LoopbackBus;
let loopback: Loopback | null = null;

beforeAll(async () => {
  bus = await startLoopbackBus();
});
afterEach(async () => {
  await loopback?.end();
  loopback = null;
});
afterAll(() => bus.end());

async function started() {
  loopback = await startLoopback(bus, [part(23, 'Main')]);
  return { ...loopback, root: applicationAt(loopback.app.bus) };
}

const kindOf = async (asked: Promise<{ ok: true } | { ok: false; trouble: { kind: string } }>) => {
  const result = await asked;
  return result.ok ? 'ok' : result.trouble.kind;
};

test('connecting says to the session that accessibility is in use', async () => {
  const { app } = await started();
  expect(app.heard).toContainEqual({
    member: 'org.a11y.Status:IsEnabled',
    path: '/org/a11y/bus',
    body: [true],
  });
});

test('a session without an accessibility bus, and no session at all, are troubles', async () => {
  const empty = await startLoopbackBus();
  expect(await kindOf(connect({ sessionBusAddress: empty.address }, patient))).toBe('unsupported');
  await empty.end();
  expect(await kindOf(connect({ sessionBusAddress: empty.address }, patient))).toBe('disconnected');
  expect(await kindOf(connect({ sessionBusAddress: 'nonsense:' }, patient))).toBe('broken');
});

test('a bus that lets nobody in is not waited for longer than the limit, or than the signal says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atspi-'));
  const path = join(folder, 'bus');
  const server = createServer().listen(path);
  await once(server, 'listening');
  expect(await kindOf(Line.open(`unix:path=${path}`, 'bus', { limitMs: 30, signal: never }))).toBe(
    'timed_out',
  );
  const stop = new AbortController();
  const opening = Line.open(`unix:path=${path}`, 'bus', { limitMs: 2000, signal: stop.signal });
  stop.abort();
  expect(await kindOf(opening)).toBe('cancelled');
  server.close();
  await rm(folder, { recursive: true });
});

test('calls are under way together, and each is answered by itself', async () => {
  const { app, line, root } = await started();
  const held: Array<(reply: Reply | null) => void> = [];
  let role: Promise<unknown> = Promise.resolve();
  let states: Promise<unknown> = role;
  await new Promise<void>((bothHeard) => {
    app.meddle = () =>
      new Promise((reply) => {
        if (held.push(reply) === 2) bothHeard();
      });
    role = line.ask(root, getRole, patient);
    states = line.ask(root, getState, patient);
  });
  held[1]?.(['au', [1, 2]]);
  expect(await states).toEqual({ ok: true, value: [1, 2] });
  held[0]?.(null);
  expect(await role).toEqual({ ok: true, value: 'application' });
});

test.each([
  ['UnknownObject', 'object /a does not exist', 'gone'],
  ['UnknownMethod', 'Object does not exist at path “/a”', 'gone'],
  ['UnknownMethod', 'No such method “GetRole”', 'unsupported'],
  ['UnknownInterface', 'No such interface', 'unsupported'],
  ['UnknownProperty', 'Property unavailable', 'unsupported'],
  ['ServiceUnknown', 'The name :1.9 was not provided', 'app_gone'],
  ['NoReply', 'Message recipient disconnected from message bus without replying', 'app_gone'],
  ['NoReply', 'Did not receive a reply', 'timed_out'],
  ['Failed', 'Not now', 'refused'],
  ['AccessDenied', 'No', 'refused'],
])('%s, %j: %s', async (name, sentence, kind) => {
  const { app, line, root } = await started();
  app.meddle = () => {
    throw new Refusal(name, sentence);
  };
  expect(await line.ask(root, getRole, patient)).toEqual({
    ok: false,
    trouble: { kind, sentence: `org.a11y.atspi.Accessible.GetRole: ${sentence}` },
  });
});

test.each<
  [
    string,
    typeof getRole | typeof getState | typeof getChildren | typeof getExtents | typeof describeAll,
    Reply,
  ]
>([
  ['a role', getRole, ['s', 'button']],
  ['no role', getRole, ['']],
  ['states', getState, ['au', [1]]],
  ['children', getChildren, ['as', ['/a']]],
  ['extents', getExtents, ['(iii)', [1, 2, 3]]],
  ['properties', describeAll, ['a{sv}', [['Name', ['i', 1]]]]],
])('an answer in another form than %s is broken', async (_what, request, reply) => {
  const { app, line, root } = await started();
  app.meddle = () => Promise.resolve(reply);
  expect(await kindOf(line.ask<unknown>(root, request, patient))).toBe('broken');
});

test('what cannot be sent is broken, and the line goes on', async () => {
  const { line, root } = await started();
  expect(await kindOf(line.ask({ ...root, path: 'no path' }, getRole, patient))).toBe('broken');
  expect(await kindOf(line.ask(root, getRole, patient))).toBe('ok');
});

test('no answer within the limit, and a signal, end a call each', async () => {
  const { app, line, root } = await started();
  app.meddle = () => new Promise(() => {});
  expect(await kindOf(line.ask(root, getRole, { limitMs: 20, signal: never }))).toBe('timed_out');
  const stop = new AbortController();
  const asked = line.ask(root, getRole, { limitMs: 2000, signal: stop.signal });
  const other = line.ask(root, getRole, { limitMs: 20, signal: never });
  stop.abort();
  expect(await kindOf(asked)).toBe('cancelled');
  expect(await kindOf(other)).toBe('timed_out');
  const { sent } = line;
  expect(await kindOf(line.ask(root, getRole, { limitMs: 2000, signal: stop.signal }))).toBe('cancelled');
  expect(line.sent).toBe(sent);
});

test('a line that ends fails what is under way, and everything after', async () => {
  const { app, line, root } = await started();
  app.meddle = () => new Promise(() => {});
  const ended = new Promise<void>((resolve) => {
    line.onEnd(resolve);
  });
  const asked = line.ask(root, getRole, patient);
  await line.close();
  expect(await kindOf(asked)).toBe('disconnected');
  await ended;
  expect(await kindOf(line.ask(root, getRole, patient))).toBe('disconnected');
});

import { expect, it } from 'vitest';
import { onePath } from '../framework-paths';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import type { FromLane, Start } from './messages';
import { type Port, serve } from './serve';

/** The app's end of a line. */
function line() {
  const said: FromLane[] = [];
  let hear: (message: unknown) => void = () => {};
  let told = () => {};
  const port: Port = {
    send: (message) => {
      said.push(message);
      told();
    },
    listen: (heard) => {
      hear = heard;
    },
  };
  serve(port);
  return {
    said,
    say: (message: unknown) => hear(message),
    next: () =>
      new Promise<void>((resolve) => {
        told = resolve;
      }),
  };
}

await describeSimulated('a lane that is started', (simulator) => {
  const start: Start = {
    kind: 'start',
    pid: 4242,
    own: [99],
    prefix: 'l1.',
    timeoutSeconds: 1,
    paths: onePath(simulator.library),
  };

  it.each([
    ['one of the app', { ...start, pid: 99 }],
    ['its own process', { ...start, pid: process.pid }],
  ])('for %s does not', (_what, message) => {
    const { said, say } = line();
    say(message);
    expect(said).toEqual([{ kind: 'cannot_start', said: 'A program that asks itself waits for ever.' }]);
  });

  it('answers one after the other, and leaves aside what is no message', async () => {
    simulator.load({ apps: [{ pid: 4242, name: 'Notes' }] });
    const { said, say, next } = line();
    say('nonsense');
    say(start);
    say({ kind: 'ask', id: 1, request: { kind: 'windows' } });
    say({ kind: 'ask', id: 2, request: { kind: 'nonsense' } });
    say({ kind: 'ask', id: 3, request: { kind: 'windows' } });
    await next();
    await next();
    expect(said.map((message) => [message.kind, 'id' in message ? message.id : 0])).toEqual([
      ['ready', 0],
      ['answer', 1],
      ['answer', 3],
    ]);
  });

  it('breaks where it is asked before', async () => {
    const { said, say, next } = line();
    say({ kind: 'ask', id: 1, request: { kind: 'windows' } });
    await next();
    expect(said).toMatchObject([{ kind: 'broke', id: 1 }]);
  });
});

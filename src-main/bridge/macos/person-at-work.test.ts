import { expect, test } from 'vitest';
import type { Clock } from '../../contract/clock';
import type { PersonSeen } from '../platform';
import { noting, watchIdleness } from './person-at-work';

/** A clock that stands until it is moved. */
function standing() {
  let time = 10_000;
  const waiting: { readonly at: number; readonly due: () => void }[] = [];
  const clock: Pick<Clock, 'now' | 'after'> = {
    now: () => time,
    after: (ms, due) => {
      const entry = { at: time + ms, due };
      waiting.push(entry);
      return () => waiting.splice(waiting.indexOf(entry), 1);
    },
  };
  const pass = (ms: number) => {
    const end = time + ms;
    for (let next = waiting.find(({ at }) => at <= end); next !== undefined; ) {
      waiting.splice(waiting.indexOf(next), 1);
      time = next.at;
      next.due();
      next = waiting.find(({ at }) => at <= end);
    }
    time = end;
  };
  return { clock, pass };
}

function watched(lastPosted: () => number = () => Number.NEGATIVE_INFINITY) {
  const { clock, pass } = standing();
  const seen: PersonSeen[] = [];
  let inputAt = 0;
  const idleSeconds = () => Math.floor((clock.now() - inputAt) / 1_000);
  const stop = watchIdleness({ clock, idleSeconds, lastPosted }, (what) => seen.push(what));
  return {
    clock,
    pass,
    seen,
    stop,
    input: () => {
      inputAt = clock.now();
    },
  };
}

test('somebody who uses the keyboard is seen once for it, and again when they go on', () => {
  const { pass, seen, input } = watched();
  pass(5_000);
  expect(seen).toEqual([]);
  input();
  pass(5_000);
  expect(seen).toHaveLength(1);
  input();
  pass(5_000);
  expect(seen).toHaveLength(2);
});

test('what we posted ourselves is nobody', () => {
  let posted = Number.NEGATIVE_INFINITY;
  const { clock, pass, seen, input } = watched(() => posted);
  pass(5_000);
  input();
  posted = clock.now();
  pass(5_000);
  expect(seen).toEqual([]);
});

test('who stops watching hears no more', () => {
  const { pass, seen, stop, input } = watched();
  pass(5_000);
  stop();
  input();
  pass(5_000);
  expect(seen).toEqual([]);
});

test('events count as posted from when they are asked for until they are answered, and nothing else does', async () => {
  const { clock, pass } = standing();
  let answer = () => {};
  const lanes = noting(
    {
      ask: () =>
        new Promise((resolve) => {
          answer = () => resolve({ kind: 'answered', reply: 'quiet' } as never);
        }),
    },
    clock,
  );
  const signal = new AbortController().signal;
  const typed = lanes.ask(7, { kind: 'type', text: 'x', to: 'session' }, signal, 1_000);
  pass(300);
  expect(lanes.lastPosted()).toBe(10_300);
  answer();
  await typed;
  pass(300);
  expect(lanes.lastPosted()).toBe(10_300);
  const read = lanes.ask(7, { kind: 'focused' }, signal, 1_000);
  answer();
  await read;
  expect(lanes.lastPosted()).toBe(10_300);
});

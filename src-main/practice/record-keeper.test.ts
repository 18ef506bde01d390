import { expect, test } from 'vitest';
import type { PracticeAsked } from '../contract/practice-channel';
import type { PracticeEntry } from '../contract/practice-record';
import { RecordKeeper } from './record-keeper';

const pressed = (name: string): PracticeEntry => ({ kind: 'pressed', element: { role: 'button', name } });

test('a record begins when its page is ready, and what an older page still says is not in it', async () => {
  const keeper = new RecordKeeper(() => {});
  const first = keeper.startOver();
  keeper.heard({ kind: 'happened', document: 1, entry: pressed('too early') });
  keeper.heard({ kind: 'ready', document: 1 });
  await first;
  keeper.heard({ kind: 'happened', document: 1, entry: pressed('a') });
  keeper.heard({ kind: 'ready', document: 1 });
  keeper.heard({ kind: 'happened', document: 1, entry: pressed('b') });
  expect(keeper.record()).toEqual([pressed('a'), pressed('b')]);

  const second = keeper.startOver();
  expect(keeper.record()).toEqual([]);
  keeper.heard({ kind: 'happened', document: 1, entry: pressed('late') });
  keeper.heard({ kind: 'ready', document: 2 });
  await second;
  keeper.heard({ kind: 'happened', document: 1, entry: pressed('later still') });
  keeper.heard({ kind: 'happened', document: 2, entry: pressed('c') });
  expect(keeper.record()).toEqual([pressed('c')]);
});

test('an answer that comes from a page before is none for whoever asks the next one', async () => {
  const asked: PracticeAsked[] = [];
  const keeper = new RecordKeeper((each) => asked.push(each));
  const order: string[] = [];
  void keeper.caughtUp().then(() => order.push('of the page before'));
  const ready = keeper.startOver();
  keeper.heard({ kind: 'ready', document: 2 });
  await ready;
  const next = keeper.caughtUp().then(() => order.push('next'));
  for (const { ask } of asked) keeper.heard({ kind: 'told', document: 2, ask });
  await next;
  expect(order).toEqual(['next']);
});

test('it has caught up once the page has answered its own question', async () => {
  const asked: PracticeAsked[] = [];
  const keeper = new RecordKeeper((each) => asked.push(each));
  keeper.heard({ kind: 'ready', document: 1 });
  const order: string[] = [];
  const first = keeper.caughtUp().then(() => order.push('first'));
  const second = keeper.caughtUp().then(() => order.push('second'));
  expect(asked).toEqual([{ ask: 1 }, { ask: 2 }]);
  keeper.heard({ kind: 'told', document: 1, ask: 2 });
  await second;
  expect(order).toEqual(['second']);
  keeper.heard({ kind: 'told', document: 1, ask: 1 });
  await first;
  expect(order).toEqual(['second', 'first']);
});

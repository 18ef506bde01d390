import assert from 'node:assert/strict';
import { fullBudget, refusedBeforehand } from '../adapter';
import {
  act,
  arrivalsAt,
  type Case,
  failureOf,
  nodeOf,
  now,
  promise,
  provoked,
  rest,
  valueOf,
} from './case.fixture';

/** What an adapter may take beyond a budget to say that it is used up, in milliseconds. */
const grace = 5_000;

export const trouble: readonly Case[] = [
  promise('a program that hangs costs a budget, no more', [], async (stage) => {
    const { identity } = await nodeOf(stage, 'button', 'Send');
    await provoked(stage, 'freeze');
    try {
      const begun = performance.now();
      const tree = await stage.adapter.tree({ ...fullBudget, milliseconds: 800 }, now());
      if (tree.ok) assert.ok(tree.value.nodes.some((node) => node.hole !== null));
      failureOf(await stage.adapter.look(identity, now()));
      assert.ok(performance.now() - begun < 800 + 2 * grace);
    } finally {
      await provoked(stage, 'thaw');
    }
  }),
  promise(
    'a write to a program that hangs is never said to be undone when it was done',
    ['press'],
    async (stage) => {
      const send = await nodeOf(stage, 'button', 'Send');
      await provoked(stage, 'freeze');
      const result = await act(stage, send, { kind: 'press' });
      await provoked(stage, 'thaw');
      await rest(stage);
      const arrived = (await arrivalsAt(stage, 'Send')).length;
      assert.ok(arrived <= 1);
      if (!result.ok && refusedBeforehand.has(result.failure.code)) assert.equal(arrived, 0);
    },
  ),
  promise('a program that thaws is read as before', [], async (stage) => {
    await provoked(stage, 'freeze');
    await stage.adapter.tree({ ...fullBudget, milliseconds: 300 }, now());
    await provoked(stage, 'thaw');
    await nodeOf(stage, 'button', 'Send');
  }),
  promise('a program that was killed is gone', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await provoked(stage, 'kill');
    assert.equal(failureOf(await stage.adapter.tree(fullBudget, now())), 'target_gone');
    const code = failureOf(await act(stage, send, { kind: 'press' }));
    assert.ok(code === 'target_gone' || code === 'stale_ref', code);
  }),
  promise('what stood in a window that closed is gone', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await provoked(stage, 'close_window');
    const code = failureOf(await act(stage, send, { kind: 'press' }));
    assert.ok(code === 'target_gone' || code === 'stale_ref', code);
    assert.deepEqual(await arrivalsAt(stage), []);
  }),
  promise('waiting for rest ends also where there is none', [], async (stage) => {
    await provoked(stage, 'tick');
    assert.equal(valueOf(await stage.adapter.untilQuiet(400, 1500, now())), 'still_changing');
  }),
  promise('an action that was cancelled before it began is not done', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    const result = await stage.adapter.act(send.identity, { kind: 'press' }, send, AbortSignal.abort());
    assert.equal(failureOf(result), 'cancelled');
    await rest(stage);
    assert.deepEqual(await arrivalsAt(stage), []);
  }),
];

import assert from 'node:assert/strict';
import {
  act,
  acted,
  arrivalsAt,
  type Case,
  has,
  nodeIn,
  nodeOf,
  promise,
  provoked,
  refused,
  rest,
  treeOf,
} from './case.fixture';
import type { Stage } from './stage.fixture';

async function behindTheModal(stage: Stage): Promise<void> {
  const tree = await treeOf(stage);
  assert.ok(nodeIn(tree, 'dialog', 'Sure?').states.includes('modal'));
  const send = tree.nodes.find(({ role, name }) => role === 'button' && name === 'Send');
  if (send !== undefined) {
    refused(await act(stage, send, { kind: 'press' }), 'covered', 'unexpected_modal', 'not_enabled');
  }
  assert.deepEqual(await arrivalsAt(stage, 'Send'), []);
}

export const modals: readonly Case[] = [
  promise('a modal that opens is told, and nothing behind it is pressed', ['press'], async (stage) => {
    await acted(stage, await nodeOf(stage, 'button', 'Dialog'), { kind: 'press' });
    await behindTheModal(stage);
    await acted(stage, await nodeOf(stage, 'button', 'OK'), { kind: 'press' });
    assert.ok(!has(await treeOf(stage), 'dialog', 'Sure?'));
    await acted(stage, await nodeOf(stage, 'button', 'Send'), { kind: 'press' });
    assert.equal((await arrivalsAt(stage, 'Send')).length, 1);
  }),
  promise('so with a modal that opens by itself', ['press'], async (stage) => {
    await provoked(stage, 'open_modal');
    await rest(stage);
    await behindTheModal(stage);
  }),
  promise('an element behind another window is covered', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await provoked(stage, 'cover');
    refused(await act(stage, send, { kind: 'press' }), 'covered', 'not_frontmost');
    assert.deepEqual(await arrivalsAt(stage), []);
  }),
];

import assert from 'node:assert/strict';
import type { Node } from '../../contract/accessibility';
import {
  act,
  acted,
  arrivalsAt,
  type Case,
  failureOf,
  has,
  looked,
  nodeOf,
  now,
  promise,
  provoked,
  refused,
  rest,
  treeOf,
} from './case.fixture';
import type { Stage } from './stage.fixture';

async function pressed(stage: Stage, name: string): Promise<Node> {
  const button = await nodeOf(stage, 'button', name);
  await acted(stage, button, { kind: 'press' });
  return button;
}

export const staleness: readonly Case[] = [
  promise('an element that was replaced is stale, and its twin is not touched', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await pressed(stage, 'Replace');
    refused(await act(stage, send, { kind: 'press' }), 'stale_ref');
    await rest(stage);
    assert.deepEqual(await arrivalsAt(stage, 'Send'), []);
    const twin = await nodeOf(stage, 'button', 'Send');
    await acted(stage, twin, { kind: 'press' });
    assert.equal((await arrivalsAt(stage, 'Send')).length, 1);
  }),
  promise('an element that was replaced behind our back is stale too', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await looked(stage, send);
    await provoked(stage, 'replace');
    refused(await act(stage, send, { kind: 'press' }), 'stale_ref');
    assert.deepEqual(await arrivalsAt(stage), []);
  }),
  promise('an element that was taken away is stale', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await pressed(stage, 'Remove');
    assert.equal(failureOf(await stage.adapter.look(send.identity, now())), 'stale_ref');
    refused(await act(stage, send, { kind: 'press' }), 'stale_ref');
    assert.ok(!has(await treeOf(stage), 'button', 'Send'));
  }),
  promise('an element that has become another is not what was meant', ['press'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await pressed(stage, 'Rename');
    refused(await act(stage, send, { kind: 'press' }), 'stale_ref');
    await rest(stage);
    assert.deepEqual(
      (await arrivalsAt(stage)).filter(({ name }) => name !== 'Rename'),
      [],
    );
  }),
  promise('an element keeps its identity while others come and go', ['press'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'Name');
    await pressed(stage, 'Replace');
    await pressed(stage, 'Remove');
    assert.equal((await nodeOf(stage, 'textbox', 'Name')).identity, field.identity);
    assert.equal((await looked(stage, field)).value, 'Ada');
  }),
  promise('an identity that never was is stale', [], async (stage) => {
    assert.equal(failureOf(await stage.adapter.look('never-was', now())), 'stale_ref');
  }),
];

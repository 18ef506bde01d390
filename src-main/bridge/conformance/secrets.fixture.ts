import assert from 'node:assert/strict';
import { acted, arrivalsAt, type Case, looked, nodeIn, nodeOf, promise, treeOf } from './case.fixture';
import { secret } from './stage.fixture';

export const secrets: readonly Case[] = [
  promise('a secure field is told as one, and never its value', [], async (stage) => {
    const tree = await treeOf(stage);
    const field = nodeIn(tree, 'textbox', 'PIN');
    assert.ok(field.states.includes('secure'));
    assert.equal(field.value, null);
    assert.equal((await looked(stage, field)).value, null);
    assert.ok(!JSON.stringify(tree).includes(secret));
  }),
  promise('a secure field is filled in without being read', ['set_secret'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'PIN');
    await acted(stage, field, { kind: 'set_secret', value: 'hunter2' });
    assert.equal((await arrivalsAt(stage, 'PIN')).at(-1)?.value, 'hunter2');
    const tree = await treeOf(stage);
    assert.ok(!JSON.stringify(tree).includes('hunter2'));
    assert.equal((await looked(stage, field)).value, null);
  }),
];

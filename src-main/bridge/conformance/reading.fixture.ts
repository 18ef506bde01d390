import assert from 'node:assert/strict';
import { childrenOf, NodeState } from '../../contract/accessibility';
import { diffSnapshots, isEmptyDiff } from '../../contract/snapshot-diff';
import { isWithin } from '../refs';
import {
  type Case,
  failureOf,
  looked,
  nodeIn,
  nodeOf,
  now,
  promise,
  rest,
  treeOf,
  valueOf,
} from './case.fixture';

export const reading: readonly Case[] = [
  promise('every element is told by role, name and value', [], async (stage) => {
    const tree = await treeOf(stage);
    assert.equal(nodeIn(tree, 'textbox', 'Name').value, 'Ada');
    assert.equal(nodeIn(tree, 'textbox', 'Upper').value, '');
    assert.equal(nodeIn(tree, 'combobox', 'Colour').value, 'Red');
    assert.equal(Number(nodeIn(tree, 'slider', 'Volume').value), 30);
    for (const name of ['Send', 'Save', 'Replace', 'Rename', 'Remove', 'Dialog', 'Later'])
      assert.equal(nodeIn(tree, 'button', name).value, null);
    nodeIn(tree, 'text', 'Ready');
  }),
  promise('states say what can be done with an element', [], async (stage) => {
    const tree = await treeOf(stage);
    assert.ok(nodeIn(tree, 'button', 'Disabled').states.includes('disabled'));
    assert.ok(!nodeIn(tree, 'button', 'Send').states.includes('disabled'));
    assert.ok(!nodeIn(tree, 'checkbox', 'Notify me').states.includes('checked'));
    assert.ok(nodeIn(tree, 'textbox', 'Name').states.includes('editable'));
    assert.ok(nodeIn(tree, 'textbox', 'Locked').states.includes('readonly'));
  }),
  promise('states are sorted, known and said once', [], async (stage) => {
    for (const { states } of (await treeOf(stage)).nodes) {
      assert.deepEqual(states, [...new Set(states)].sort());
      for (const state of states) NodeState.parse(state);
    }
  }),
  promise('the tree is in preorder, and no identity stands in it twice', [], async (stage) => {
    const { nodes } = await treeOf(stage);
    const path: number[] = [];
    nodes.forEach(({ parent }, index) => {
      while (path.length > 0 && path.at(-1) !== parent) path.pop();
      assert.equal(path.at(-1) ?? -1, parent, `Node ${index} is not below the last of its ancestors.`);
      path.push(index);
    });
    assert.equal(new Set(nodes.map((node) => node.identity)).size, nodes.length);
  }),
  promise('a program that does nothing looks the same twice', [], async (stage) => {
    await rest(stage);
    const before = await treeOf(stage);
    const after = await treeOf(stage);
    assert.deepEqual(after.title, before.title);
    const diff = diffSnapshots(before, after, { bounds: true });
    assert.ok(isEmptyDiff(diff), JSON.stringify(diff));
  }),
  promise('a long list is read to its end', [], async (stage) => {
    const tree = await treeOf(stage);
    const list = tree.nodes.indexOf(nodeIn(tree, 'list', 'Rows'));
    const rows = (childrenOf(tree)[list] ?? []).map((index) => tree.nodes[index]?.name);
    assert.equal(rows.length, 120);
    assert.deepEqual([rows[0], rows[119]], ['Row 1', 'Row 120']);
  }),
  promise('what is seen lies within a window', ['windows'], async (stage) => {
    const windows = valueOf(await stage.adapter.windows(now()));
    const own = windows.find(({ title }) => title === 'Conformance');
    assert.ok(own !== undefined);
    assert.ok(own.active);
    for (const name of ['Send', 'Replace', 'Dialog']) {
      const { bounds } = await nodeOf(stage, 'button', name);
      assert.ok(bounds !== null);
      assert.ok(bounds.x >= own.bounds.x && bounds.y >= own.bounds.y, name);
      assert.ok(bounds.x + bounds.width <= own.bounds.x + own.bounds.width, name);
      assert.ok(bounds.y + bounds.height <= own.bounds.y + own.bounds.height, name);
    }
  }),
  promise('a look at one element agrees with the tree', [], async (stage) => {
    const tree = await treeOf(stage);
    for (const [role, name] of [
      ['textbox', 'Name'],
      ['checkbox', 'Notify me'],
      ['combobox', 'Colour'],
      ['button', 'Disabled'],
    ] as const) {
      const node = nodeIn(tree, role, name);
      const live = await looked(stage, node);
      assert.deepEqual([live.role, live.name, live.value], [role, name, node.value]);
      assert.equal(live.states.includes('disabled'), node.states.includes('disabled'));
      assert.ok(live.visible);
    }
  }),
  promise('the element at a point is the one that is seen there', ['element_at'], async (stage) => {
    const tree = await treeOf(stage);
    for (const name of ['Send', 'Replace', 'Later']) {
      const node = nodeIn(tree, 'button', name);
      const box = node.bounds;
      assert.ok(box !== null);
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const found = valueOf(await stage.adapter.elementAt(middle, now()));
      const at = tree.nodes.findIndex((each) => each.identity === found);
      assert.ok(at >= 0 && isWithin(tree, at, tree.nodes.indexOf(node)), `${name} is not at its own middle.`);
    }
    assert.equal(valueOf(await stage.adapter.elementAt({ x: -9_000, y: -9_000 }, now())), null);
  }),
  promise('a picture is a picture of the window', ['screenshot'], async (stage) => {
    const shot = valueOf(await stage.adapter.screenshot(now()));
    assert.equal(Buffer.from(shot.bytes).subarray(0, 4).toString('hex'), '89504e47');
    assert.ok(shot.width > 100 && shot.height > 100);
  }),
  promise('a cancelled call says so', [], async (stage) => {
    const { identity } = await nodeOf(stage, 'button', 'Send');
    const gone = AbortSignal.abort();
    const budget = { nodes: 1_000, depth: 50, children: 500, milliseconds: 1_000 };
    assert.equal(failureOf(await stage.adapter.tree(budget, gone)), 'cancelled');
    assert.equal(failureOf(await stage.adapter.look(identity, gone)), 'cancelled');
  }),
];

import { expect, test } from 'vitest';
import { place, type WindowOrigin } from './place';
import type { RawNode } from './raw-tree';
import { noStates } from './states';

function node(parent: number, role: RawNode['role'], name: string, x: number | null): RawNode {
  return {
    parent,
    role,
    name,
    identity: `:1.1 /${name}`,
    description: '',
    states: noStates,
    interfaces: new Set(),
    extents: x === null ? null : { x, y: 2, width: 30, height: 40 },
    value: null,
    hole: null,
  };
}

const tree = {
  nodes: [
    node(-1, 'application', 'app', null),
    node(0, 'frame', 'one', 0),
    node(1, 'push_button', 'go', 5),
    node(0, 'frame', 'two', 0),
    node(3, 'push_button', 'stay', 5),
  ],
};
const app = { bus: ':1.1', root: { bus: ':1.1', path: '/' }, name: 'app', pid: 7 };
const origins: WindowOrigin = (pid, title, size) =>
  Promise.resolve(
    pid === 7 && title === 'one' && size.width === 30 && size.height === 40 ? { x: 100, y: 200 } : null,
  );

test('GTK 4 counts from the window; where that is unknown, so is everything in it', async () => {
  const placed = await place(tree, { ...app, toolkit: { name: 'GTK', version: '4.8.3' } }, origins);
  expect(placed.nodes.map(({ extents }) => extents && [extents.x, extents.y])).toEqual([
    null,
    [100, 202],
    [105, 202],
    null,
    null,
  ]);
  const unplaced = (node: RawNode) => ({ ...node, extents: null });
  expect(placed.nodes.map(unplaced)).toEqual(tree.nodes.map(unplaced));
});

test.each([
  ['gtk', '3.24.0'],
  ['Chromium', '130.0'],
  ['', ''],
])('%s %s knows where it is', async (name, version) => {
  const placed = await place(tree, { ...app, toolkit: { name, version } }, () => {
    throw new Error('not to be asked');
  });
  expect(placed).toBe(tree);
});

test('a window that is read by itself is placed too', async () => {
  const alone = { nodes: [node(-1, 'frame', 'one', 0), node(0, 'label', 'text', 1)] };
  const placed = await place(alone, { ...app, toolkit: { name: 'GTK', version: '4.8.3' } }, origins);
  expect(placed.nodes.map(({ extents }) => extents?.x)).toEqual([100, 101]);
});

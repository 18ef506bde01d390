import { expect, test } from 'vitest';
import { fullBudget } from './adapter';
import { type Branch, layOut } from './branch';

const branch = (name: string, ...children: Branch[]): Branch => ({
  node: { role: 'text', name, value: null, states: [], bounds: null, identifier: null, identity: name },
  hole: null,
  children,
});
const tree = branch('a', branch('b', branch('c'), branch('d')), branch('e', branch('f')), branch('g'));
const told = (budget: Partial<typeof fullBudget>) =>
  layOut(tree, { ...fullBudget, ...budget }).map(({ name, parent, hole }) => [name, parent, hole]);

test('a whole tree in preorder', () => {
  expect(told({})).toEqual([
    ['a', -1, null],
    ['b', 0, null],
    ['c', 1, null],
    ['d', 1, null],
    ['e', 0, null],
    ['f', 4, null],
    ['g', 0, null],
  ]);
});

test.each([
  [{ nodes: 3 }, ['a node_budget', 'b node_budget', 'c']],
  [{ nodes: 4 }, ['a node_budget', 'b', 'c', 'd']],
  [{ nodes: 7 }, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  [{ depth: 1 }, ['a', 'b depth_budget', 'e depth_budget', 'g']],
  [{ children: 1 }, ['a child_budget', 'b child_budget', 'c']],
])('a budget of %j leaves out what does not fit, and says where', (budget, expected) => {
  expect(told(budget).map(([name, , hole]) => (hole === null ? name : `${name} ${hole}`))).toEqual(expected);
});

import { expect, test } from 'vitest';
import type { Node } from '../../contract/accessibility';
import { namedByRows } from './row-names';

function node(role: string, name: string, y: number, parent: number): Node {
  const bounds = { x: 0, y, width: 100, height: 20 };
  const rest = { value: null, states: [], identifier: null, hole: null };
  return { parent, role, name, bounds, identity: `${role} ${name} ${y} ${parent}`, ...rest };
}

const told = (...nodes: readonly Node[]) => namedByRows(nodes).map(({ role, name }) => `${role} ${name}`);

test('the only control of a row has the name of the row, and one of two has none', () => {
  const list = [
    node('list', '', 0, -1),
    node('listitem', 'Wi-Fi', 0, 0),
    node('switch', '', 0, 1),
    node('listitem', 'Sound', 20, 0),
    node('button', '', 20, 3),
    node('slider', '', 20, 3),
  ];
  expect(told(...list)).toEqual([
    'list ',
    'listitem Wi-Fi',
    'switch Wi-Fi',
    'listitem Sound',
    'button ',
    'slider ',
  ]);
});

test('a check mark in a table has the name of the first cell of its line that has one', () => {
  const table = [
    node('table', '', 0, -1),
    node('columnheader', 'On', 0, 0),
    node('checkbox', '', 20, 0),
    node('cell', '', 20, 0),
    node('cell', 'Apple', 20, 0),
    node('checkbox', '', 40, 0),
    node('cell', 'Pear', 40, 0),
  ];
  expect(told(...table).filter((one) => one.startsWith('checkbox'))).toEqual([
    'checkbox Apple',
    'checkbox Pear',
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Node } from '../../contract/accessibility';
import { namedByNeighbours } from './neighbour-names';

function node(
  role: string,
  name: string,
  [x, y, width]: readonly [number, number, number],
  parent = 0,
): Node {
  const bounds = { x, y, width, height: 30 };
  const rest = { value: null, states: [], identifier: null, hole: null };
  return { parent, role, name, bounds, identity: `${role} ${name} ${x} ${y}`, ...rest };
}

const root = node('window', 'New contact', [0, 0, 400], -1);
const names = (nodes: readonly Node[]) => namedByNeighbours(nodes).map(({ name }) => name);

test('a field takes the name of the label before it on its line, in whatever order they are told', () => {
  const form = [
    root,
    node('textbox', '', [100, 40, 200]),
    node('text', 'Email:', [10, 40, 60]),
    node('textbox', '', [100, 0, 200]),
    node('text', 'Name', [10, 0, 60]),
  ];
  expect(names(form)).toEqual(['New contact', 'Email', 'Email:', 'Name', 'Name']);
});

test('a field without a label on its line takes the one right above it', () => {
  expect(names([root, node('text', 'Note', [10, 0, 60]), node('textbox', '', [10, 34, 200])])[2]).toBe(
    'Note',
  );
});

test('a field that has a name keeps it, and a label far off or of another parent names nothing', () => {
  const form = [
    root,
    node('textbox', 'Own', [100, 0, 200]),
    node('text', 'Label', [10, 0, 60]),
    node('textbox', '', [100, 200, 200]),
    node('panel', '', [0, 100, 400]),
    node('textbox', '', [100, 0, 200], 4),
  ];
  expect(names(form)).toEqual(['New contact', 'Own', 'Label', '', '', '']);
});

test('a label names nothing across what stands between', () => {
  const form = [
    root,
    node('text', 'Source', [0, 0, 60]),
    node('toolbar', '', [100, 0, 40]),
    node('textbox', '', [200, 0, 200]),
  ];
  expect(names(form)).toEqual(['New contact', 'Source', '', '']);
});

test('a label names one field at most, and what is not a field stays as it is', () => {
  const place = fc.tuple(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 200 }));
  const any = fc.array(fc.tuple(fc.constantFrom('text', 'textbox', 'button', 'combobox'), place));
  fc.assert(
    fc.property(any, (shapes) => {
      const form = [root, ...shapes.map(([role, at], i) => node(role, role === 'text' ? `L${i}` : '', at))];
      const after = namedByNeighbours(form);
      const given = after
        .filter(({ role, name }) => role !== 'text' && /^L\d/.test(name))
        .map((each) => each.name);
      expect(new Set(given).size).toBe(given.length);
      const others = (nodes: readonly Node[]) =>
        nodes.filter(({ role }) => role !== 'textbox' && role !== 'combobox');
      expect(others(after)).toEqual(others(form));
    }),
  );
});

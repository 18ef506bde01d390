import { expect, test } from 'vitest';
import type { Node } from '../contract/accessibility';
import { chosenWithin } from './chosen';
import { judge } from './read-back';

type Face = Pick<Node, 'role' | 'name' | 'value' | 'states' | 'bounds'>;

const face = (role: string, name: string): Face => ({ role, name, value: null, states: [], bounds: null });

const judged = (
  deed: Parameters<typeof judge>[0],
  before: Face,
  after: Face,
  chosen: readonly string[] | null = null,
) => judge(deed, 'accepted', { before, after: { kind: 'here', face: after }, changed: true, chosen });

const list = face('table', 'Colour');
const select = { kind: 'select', option: 'green' } as const;

test('what a list without a value has chosen is seen by what is selected in it', () => {
  expect(judged(select, list, list, ['Green', '12'])).toMatchObject({ delivery: 'observed', failure: null });
  expect(judged(select, list, list, ['Red'])).toMatchObject({
    delivery: 'contradicted',
    failure: { sentence: 'The table "Colour" did not choose "green".' },
  });
  expect(judged(select, list, list)).toEqual({ delivery: 'accepted', failure: null });
});

test('what a cell holds is what it is called by', () => {
  const set = { kind: 'set_value', value: 'Fig' } as const;
  expect(judged(set, face('cell', 'Pear'), face('cell', 'Fig'))).toMatchObject({ delivery: 'observed' });
  expect(judged(set, face('cell', 'Pear'), face('cell', 'Pear'))).toMatchObject({
    failure: { sentence: 'The cell "Pear" holds "Pear" instead of "Fig".' },
  });
});

test('only what is within the element counts as chosen in it', () => {
  const node = (parent: number, name: string, states: Node['states'] = []): Node => ({
    ...face('cell', name),
    parent,
    states,
    identity: name,
    identifier: null,
    hole: null,
  });
  const nodes = [
    node(-1, 'window'),
    node(0, 'one'),
    node(1, 'Red', ['selected']),
    node(1, 'Blue'),
    node(0, 'two'),
    node(4, 'Green', ['selected']),
  ];
  expect(chosenWithin({ nodes }, 'one')).toEqual(['Red']);
  expect(chosenWithin({ nodes }, 'Blue')).toBeNull();
  expect(chosenWithin({ nodes }, 'elsewhere')).toBeNull();
});

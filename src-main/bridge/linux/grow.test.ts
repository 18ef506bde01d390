import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawTree, RoleWord } from '../../../native/linux/atspi';
import { fullBudget } from '../adapter';
import { layOut } from '../branch';
import { type Aside, growTree } from './grow';
import { box, nothingAside, program, type Raw, rawTree } from './raw.fixture';

function nodesOf(tree: RawTree, aside: Partial<Aside> = {}) {
  const { root } = growTree(tree, { ...nothingAside, ...aside });
  if (root === null) throw new Error('There is no root.');
  return layOut(root, fullBudget);
}

/** Role, name, value and states of all below the window. */
const told = (tree: RawTree, aside: Partial<Aside> = {}) =>
  nodesOf(tree, aside)
    .slice(2)
    .map(({ role, name, value, states }) => [role, name, value, states.join(' ')]);

const text = (held: string): NonNullable<Raw['value']> => ({ kind: 'text', text: held, length: held.length });

test('the root is the program as a person knows it, with its windows below', () => {
  const nodes = nodesOf(program());
  expect(nodes.map(({ role, name, parent }) => [role, name, parent])).toEqual([
    ['application', 'Editor', -1],
    ['window', 'Main', 0],
  ]);
});

test('wrappers without a name dissolve, and one with a name is a group', () => {
  const inside = { role: 'push_button', name: 'OK' } as const;
  const tree = program(
    {
      role: 'filler',
      children: [{ role: 'scroll_pane', children: [{ role: 'viewport', children: [inside] }] }],
    },
    { role: 'panel', name: 'Options', children: [{ role: 'check_box', name: 'Wrap' }] },
  );
  expect(told(tree)).toEqual([
    ['button', 'OK', null, ''],
    ['group', 'Options', null, ''],
    ['checkbox', 'Wrap', null, ''],
  ]);
});

test('a label that repeats its parent is left out, and names it where nobody did', () => {
  const row = (name: string): Raw => ({
    role: 'list_item',
    name,
    children: [{ role: 'label', name: 'Row 1' }],
  });
  expect(told(program(row('Row 1'), row('')))).toEqual([
    ['listitem', 'Row 1', null, ''],
    ['listitem', 'Row 1', null, ''],
  ]);
});

test('the value of a password is null, whatever a program tells', () => {
  const tree = program({ role: 'password_text', name: 'PIN', value: text('4711') });
  expect(told(tree)).toEqual([['textbox', 'PIN', null, 'secure']]);
});

test('a field is editable or read-only, and nothing in it stands by itself', () => {
  const field = (states: Raw['states']): Raw => ({
    role: 'text',
    name: 'Name',
    value: text('Ada'),
    interfaces: ['Component', 'Text'],
    ...(states !== undefined && { states }),
    children: [{ role: 'icon', name: 'Clear' }],
  });
  const tree = program(
    field(['sensitive', 'visible', 'showing', 'editable']),
    field(['sensitive', 'visible', 'showing']),
  );
  expect(told(tree)).toEqual([
    ['textbox', 'Name', 'Ada', 'editable'],
    ['textbox', 'Name', 'Ada', 'readonly'],
  ]);
});

const colours: Raw = {
  role: 'combo_box',
  name: 'Green',
  identity: 'colours',
  children: [
    {
      role: 'menu',
      states: ['sensitive'],
      children: ['Red', 'Green'].map((name) => ({
        role: 'menu_item',
        name,
        identity: name,
        states: ['sensitive', 'visible'],
      })),
    },
  ],
};

test('a drop-down list holds what is chosen in it, and is not called so', () => {
  expect(told(program(colours), { chosen: new Map([['colours', 'Green']]) })).toEqual([
    ['combobox', '', 'Green', ''],
    ['option', 'Red', null, ''],
    ['option', 'Green', null, 'selected'],
  ]);
});

test('a drop-down list of GTK 4 holds what its button shows', () => {
  const button: Raw = {
    role: 'push_button',
    name: 'GtkToggleButton',
    children: [{ role: 'label', name: 'Red' }],
  };
  expect(
    told(program({ role: 'combo_box', name: 'Colour', children: [button] }), { toolkit: 'gtk4' }),
  ).toEqual([['combobox', 'Colour', 'Red', '']]);
});

test('what is not shown in something that is shown is hidden, unless it can be scrolled to or is in a menu', () => {
  const away = { states: ['sensitive', 'visible'], extents: box(-(2 ** 31), -(2 ** 31), 1, 1) } as const;
  const page: Raw = {
    role: 'panel',
    ...away,
    children: [{ role: 'push_button', name: 'Other page', ...away }],
  };
  const tree = program(
    page,
    { role: 'scroll_pane', children: [{ role: 'push_button', name: 'Below', ...away }] },
    {
      role: 'menu_bar',
      name: 'Bar',
      children: [{ role: 'menu', name: 'File', children: [{ role: 'menu_item', name: 'Save  ', ...away }] }],
    },
    { role: 'push_button', name: 'Invisible', states: ['sensitive'] },
  );
  expect(told(tree)).toEqual([
    ['button', 'Below', null, 'offscreen'],
    ['menubar', 'Bar', null, ''],
    ['menu', 'File', null, ''],
    ['menuitem', 'Save', null, ''],
  ]);
});

test('what a scroll pane cuts off is off the screen, and the rest is seen', () => {
  const inside: Raw[] = [
    { role: 'push_button', name: 'Half', extents: box(0, 80, 100, 40) },
    { role: 'push_button', name: 'Below', extents: box(0, 120, 100, 40) },
  ];
  const tree = program({ role: 'scroll_pane', extents: box(0, 0, 100, 100), children: inside });
  expect(told(tree).map(([, name, , states]) => [name, states])).toEqual([
    ['Half', ''],
    ['Below', 'offscreen'],
  ]);
  expect(growTree(tree, nothingAside).seen.get(':1.1 /3')).toEqual(box(0, 80, 100, 20));
});

test('the hole in a wrapper is left to whoever is around it', () => {
  const tree = program({
    role: 'list_box',
    name: 'Rows',
    children: [{ role: 'filler', hole: 'child_budget' }],
  });
  expect(nodesOf(tree).map(({ hole }) => hole)).toEqual([null, null, 'child_budget']);
});

test('a scroll bar of GTK 4 has the value of what is in it', () => {
  const range: Raw = { role: 'filler', name: 'GtkRange', value: { kind: 'number', number: 12.5 } };
  expect(
    told(program({ role: 'scroll_bar', name: 'GtkScrollbar', children: [range] }), { toolkit: 'gtk4' }),
  ).toEqual([['scrollbar', '', '12.5', '']]);
});

test('GTK 4 calls what has no name by its class, which says nothing', () => {
  const tab: Raw = { role: 'page_tab', name: 'Tab', children: [{ role: 'label', name: 'Beach' }] };
  expect(
    told(program({ role: 'text', name: 'GtkEntry', value: text('') }, tab), { toolkit: 'gtk4' }),
  ).toEqual([
    ['textbox', '', '', ''],
    ['tab', 'Beach', null, ''],
  ]);
});

test('a window that is modal is a dialog, also where the window manager alone knows', () => {
  const frame: Raw = { role: 'frame', name: 'Sure?', identity: 'w', extents: box(0, 0, 200, 100) };
  const tree = rawTree({ role: 'application', states: [], interfaces: [], children: [frame] });
  const windows = new Map([['w', { title: 'Sure?', modal: true }]]);
  const [, dialog] = nodesOf(tree, { toolkit: 'gtk4', windows });
  expect([dialog?.role, dialog?.states]).toEqual(['dialog', ['modal']]);
});

const roles: readonly RoleWord[] = [
  'filler',
  'panel',
  'push_button',
  'label',
  'text',
  'list_box',
  'list_item',
  'combo_box',
  'menu',
  'table_cell',
  'scroll_pane',
];

const own = { role: fc.constantFrom(...roles), name: fc.constantFrom('', 'A', 'B') };

const { raw } = fc.letrec<{ raw: Raw }>((tie) => ({
  raw: fc.oneof(
    { depthSize: 'medium' },
    fc.record(own),
    fc.record({ ...own, children: fc.array(tie('raw'), { maxLength: 4 }) }),
  ),
}));

test('no element is made up or told twice, and each stands below one that was told before', () => {
  fc.assert(
    fc.property(
      fc.array(raw, { maxLength: 5 }),
      fc.constantFrom('gtk3' as const, 'gtk4' as const),
      (children, toolkit) => {
        const tree = program(...children);
        const nodes = nodesOf(tree, { toolkit });
        const known = new Set(tree.nodes.map(({ identity }) => identity));
        const identities = nodes.map(({ identity }) => identity);
        expect(new Set(identities).size).toBe(identities.length);
        for (const identity of identities) expect(known.has(identity)).toBe(true);
        nodes.forEach(({ parent }, index) => expect(parent).toBeLessThan(index));
      },
    ),
  );
});

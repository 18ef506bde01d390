import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawNode } from '../../../native/macos';
import { fullBudget } from '../adapter';
import { layOut } from '../branch';
import { contentName, growTree } from './grow';
import { program, type Raw, rawNodes, text } from './raw.fixture';

function grown(nodes: readonly RawNode[]) {
  const root = growTree(nodes, 'Notes');
  if (root === null) throw new Error('There is no root.');
  return layOut(root, fullBudget);
}

/** Role, name, value and states of all below the window. */
const told = (...inside: readonly Raw[]) =>
  grown(program(...inside))
    .slice(2)
    .map(({ role, name, value, states }) => [role, name, value, states.join(' ')]);

const number = (held: number): NonNullable<Raw['value']> => ({ kind: 'number', number: held });
const held = (said: string): NonNullable<Raw['value']> => ({ kind: 'text', text: said, cut: false });

test('the root is the program as a person knows it, with its windows below', () => {
  expect(grown(program()).map(({ role, name, parent }) => [role, name, parent])).toEqual([
    ['application', 'Notes', -1],
    ['window', 'Main', 0],
  ]);
});

test('groups without a name dissolve, and leave the hole in them to whoever is around', () => {
  const nodes = grown(
    program({
      role: 'AXSplitGroup',
      inside: [
        { role: 'AXScrollArea', hole: 'child_budget', inside: [{ role: 'AXButton', title: 'OK' }] },
        { role: 'AXGroup', title: 'Options', inside: [{ role: 'AXCheckBox', title: 'Wrap' }] },
      ],
    }),
  );
  expect(nodes.map(({ role, name, hole }) => [role, name, hole])).toEqual([
    ['application', 'Notes', null],
    ['window', 'Main', 'child_budget'],
    ['button', 'OK', null],
    ['group', 'Options', null],
    ['checkbox', 'Wrap', null],
  ]);
});

test('text that repeats what it stands in is left out, and names it where nobody did', () => {
  expect(
    told(
      { role: 'AXButton', title: 'Send', inside: [text('Send')] },
      { role: 'AXButton', inside: [text('Save')] },
      { role: 'AXButton', subrole: 'AXCloseButton' },
      text(''),
    ),
  ).toEqual([
    ['button', 'Send', null, ''],
    ['button', 'Save', null, ''],
    ['button', 'Close', null, ''],
  ]);
});

test('the rows of a list, and of a table of one column, are items named by what is in them', () => {
  const cell = (said: string): Raw => ({ role: 'AXCell', inside: [text(said)] });
  const row = (...cells: readonly string[]): Raw => ({ role: 'AXRow', inside: cells.map(cell) });
  expect(
    told(
      { role: 'AXList', title: 'Days', inside: [{ role: 'AXGroup', inside: [text('Monday')] }] },
      { role: 'AXTable', title: 'Mail', inside: [row('Hello'), { role: 'AXColumn', inside: [] }] },
      { role: 'AXTable', title: 'Prices', inside: [row('Tea', '3')] },
      { role: 'AXOutline', title: 'Files', inside: [{ ...row('src'), subrole: 'AXOutlineRow' }] },
    ),
  ).toEqual([
    ['list', 'Days', null, ''],
    ['listitem', 'Monday', null, ''],
    ['list', 'Mail', null, ''],
    ['listitem', 'Hello', null, ''],
    ['table', 'Prices', null, ''],
    ['row', 'Tea 3', null, ''],
    ['cell', 'Tea', null, ''],
    ['cell', '3', null, ''],
    ['tree', 'Files', null, ''],
    ['treeitem', 'src', null, ''],
  ]);
});

test('what is on or off says so, and holds no value', () => {
  expect(
    told(
      { role: 'AXCheckBox', title: 'One', value: number(1) },
      { role: 'AXCheckBox', title: 'Some', value: number(2) },
      { role: 'AXCheckBox', subrole: 'AXSwitch', title: 'Wi-Fi', value: number(1) },
      { role: 'AXRadioButton', subrole: 'AXTabButton', title: 'General', value: number(1) },
      { role: 'AXDisclosureTriangle', title: 'More', value: number(0) },
    ),
  ).toEqual([
    ['checkbox', 'One', null, 'checked'],
    ['checkbox', 'Some', null, 'mixed'],
    ['switch', 'Wi-Fi', null, 'checked'],
    ['tab', 'General', null, 'selected'],
    ['button', 'More', null, 'collapsed'],
  ]);
});

test('fields are editable, read-only or secure, and hold what is in them but for a secret', () => {
  const field = { role: 'AXTextField', states: { settable: true } };
  expect(
    told(
      { ...field, title: 'Name', value: held('Ada'), inside: [{ role: 'AXButton', title: 'Clear' }] },
      { ...field, title: 'Empty' },
      { ...field, title: 'Locked', states: { settable: false }, value: held('fixed') },
      { ...field, subrole: 'AXSecureTextField', title: 'PIN', value: { kind: 'secret' } },
      { role: 'AXSlider', title: 'Volume', value: number(0.30000000000000004) },
    ),
  ).toEqual([
    ['textbox', 'Name', 'Ada', 'editable'],
    ['textbox', 'Empty', '', 'editable'],
    ['textbox', 'Locked', 'fixed', 'readonly'],
    ['textbox', 'PIN', null, 'editable secure'],
    ['slider', 'Volume', '0.3', ''],
  ]);
});

test('a pop-up button is a combobox with its options, and is not called what is chosen in it', () => {
  const items = ['Red', 'Blue'].map((title): Raw => ({ role: 'AXMenuItem', title, frame: null }));
  const menu: Raw = { role: 'AXMenu', frame: null, inside: items };
  expect(told({ role: 'AXPopUpButton', title: 'Red', value: held('Red'), inside: [menu] })).toEqual([
    ['combobox', '', 'Red', ''],
    ['option', 'Red', null, ''],
    ['option', 'Blue', null, ''],
  ]);
});

test('a sheet is a modal dialog, which asks in its first words', () => {
  const sheet: Raw = {
    role: 'AXSheet',
    inside: [text('Sure?'), text('It cannot be undone.'), { role: 'AXButton', title: 'OK' }],
  };
  expect(told(sheet)).toEqual([
    ['dialog', 'Sure?', null, 'modal'],
    ['text', 'It cannot be undone.', null, ''],
    ['button', 'OK', null, ''],
  ]);
});

test('what a scroll area or the window cuts off is off the screen, and menus never are', () => {
  const at = (y: number): NonNullable<Raw['frame']> => ({ x: 0, y, width: 50, height: 20 });
  const area: Raw = {
    role: 'AXScrollArea',
    frame: { x: 0, y: 0, width: 100, height: 100 },
    inside: [
      { role: 'AXButton', title: 'Half', frame: at(90) },
      { role: 'AXButton', title: 'Below', frame: at(110) },
    ],
  };
  const away: Raw = { role: 'AXButton', title: 'Away', frame: at(900) };
  const item: Raw = { role: 'AXMenuItem', title: 'New', frame: null };
  const bar: Raw = {
    role: 'AXMenuBar',
    inside: [{ role: 'AXMenuBarItem', title: 'File', inside: [{ role: 'AXMenu', inside: [item] }] }],
  };
  expect(told(area, away, bar)).toEqual([
    ['button', 'Half', null, ''],
    ['button', 'Below', null, 'offscreen'],
    ['button', 'Away', null, 'offscreen'],
    ['menubar', '', null, ''],
    ['menu', 'File', null, ''],
    ['menuitem', 'New', null, ''],
  ]);
});

test('an identifier is the author’s, not the one that the system makes up', () => {
  const nodes = grown(
    program(
      { role: 'AXButton', title: 'A', identifier: 'send' },
      { role: 'AXButton', title: 'B', identifier: '_NS:42' },
    ),
  );
  expect(nodes.slice(2).map(({ identifier }) => identifier)).toEqual(['send', null]);
});

const own = {
  role: fc.constantFrom(
    'AXGroup',
    'AXButton',
    'AXStaticText',
    'AXTextField',
    'AXList',
    'AXTable',
    'AXRow',
    'AXCell',
    'AXPopUpButton',
    'AXMenu',
    'AXMenuItem',
    'AXScrollArea',
    'AXSheet',
    'AXWhatever',
  ),
  title: fc.constantFrom('', 'A', 'B'),
};
const { raw } = fc.letrec<{ raw: Raw }>((tie) => ({
  raw: fc.oneof(
    { depthSize: 'medium' },
    fc.record(own),
    fc.record({ ...own, inside: fc.array(tie('raw'), { maxLength: 4 }) }),
  ),
}));

test('no element is made up or told twice, and each stands below one that was told before', () => {
  fc.assert(
    fc.property(fc.array(raw, { maxLength: 5 }), (inside) => {
      const all = program(...inside);
      const nodes = grown(all);
      const known = new Set(all.map(({ identity }) => identity));
      const identities = nodes.map(({ identity }) => identity);
      expect(new Set(identities).size).toBe(identities.length);
      for (const identity of identities) expect(known.has(identity)).toBe(true);
      nodes.forEach(({ parent, states }, index) => {
        expect(parent).toBeLessThan(index);
        expect(states).toEqual([...new Set(states)].sort());
      });
    }),
  );
});

test('an element read by itself is called as it is in the tree', () => {
  const item: Raw = { role: 'AXRow', inside: [{ role: 'AXCell', inside: [text('Tea')] }, text('hot')] };
  const [inTree] = grown(program({ role: 'AXOutline', inside: [item] })).filter(({ role }) => role === 'row');
  expect(contentName(rawNodes(item), 'row')).toBe(inTree?.name);
});

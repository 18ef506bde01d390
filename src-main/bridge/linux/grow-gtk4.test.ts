import { expect, test } from 'vitest';
import { fullBudget } from '../adapter';
import { layOut } from '../branch';
import { type Aside, growTree } from './grow';
import { nothingAside, program, type Raw } from './raw.fixture';

function told(children: readonly Raw[], aside: Partial<Aside> = {}) {
  const { root } = growTree(program(...children), { ...nothingAside, toolkit: 'gtk4', ...aside });
  if (root === null) throw new Error('There is no root.');
  return layOut(root, fullBudget)
    .slice(2)
    .map(({ role, name, value }) => [role, name, value]);
}

const label = (name: string): Raw => ({ role: 'label', name });

test.each([
  ['_Do It Do It', 'Do It', 'Do It'],
  ['S_elect', 'Select', 'Select'],
  ['my_file', 'other', 'my_file'],
])('the mark of a key in %j, which shows %j, is no part of its name', (name, shown, called) => {
  expect(told([{ role: 'push_button', name, children: [label(shown)] }])).toEqual([['button', called, null]]);
});

test('a button that shows a picture alone has its name', () => {
  const swatch: Raw = { role: 'image', name: 'Red 1%' };
  expect(told([{ role: 'push_button', name: 'GtkButton', children: [swatch] }])[0]).toEqual([
    'button',
    'Red 1%',
    null,
  ]);
});

test('of two buttons that are one in the other the inner one is told', () => {
  const inner: Raw = { role: 'push_button', name: 'GtkMenuButton', children: [label('Open')] };
  expect(told([{ role: 'push_button', name: 'GtkMenuButton', children: [inner] }])).toEqual([
    ['button', 'Open', null],
  ]);
});

test('what stands behind another page is not told', () => {
  const pages: readonly Raw[] = [
    { role: 'panel', children: [{ role: 'push_button', name: 'Behind' }] },
    { role: 'panel', children: [{ role: 'push_button', name: 'Seen' }] },
  ];
  expect(told(pages, { hidden: new Set([':1.1 /2']) })).toEqual([['button', 'Seen', null]]);
});

test('a list whose options are told to nobody has no value, which is not an empty one', () => {
  expect(told([{ role: 'combo_box', name: 'GtkComboBox' }])).toEqual([['combobox', '', null]]);
});

test('GTK 3 calls a list that is open by what is chosen in it', () => {
  expect(told([{ role: 'combo_box', name: 'Middle' }], { toolkit: 'gtk3' })).toEqual([
    ['combobox', '', 'Middle'],
  ]);
});

test('what stands on the edge of a field is told in it', () => {
  const icon: Raw = {
    role: 'icon',
    name: 'face-smile-symbolic',
    description: 'Insert Emoji',
    interfaces: ['Action', 'Component'],
  };
  expect(told([{ role: 'text', name: 'Age', children: [icon] }], { toolkit: 'gtk3' })).toEqual([
    ['textbox', 'Age', null],
    ['button', 'Insert Emoji', null],
  ]);
});

test('a box in which pictures flow says what is selected in it', () => {
  const box: Raw = {
    role: 'table',
    interfaces: ['Component', 'Selection'],
    children: [{ role: 'list_item' }, { role: 'list_item' }],
  };
  const { root } = growTree(program(box), { ...nothingAside, selected: new Set([':1.1 /4']) });
  const nodes = root === null ? [] : layOut(root, fullBudget).slice(2);
  expect(nodes.map(({ role, states }) => [role, states.includes('selected')])).toEqual([
    ['list', false],
    ['listitem', false],
    ['listitem', true],
  ]);
});

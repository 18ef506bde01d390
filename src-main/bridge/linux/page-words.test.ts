import { expect, test } from 'vitest';
import type { RawTree, StateWord } from '../../../native/linux/atspi';
import { fullBudget } from '../adapter';
import { layOut } from '../branch';
import { growTree } from './grow';
import { nothingAside, program, type Raw } from './raw.fixture';

/** Role and name of all below the window, as of a page in Chromium. */
function told(tree: RawTree): readonly string[] {
  const { root } = growTree(tree, { ...nothingAside, toolkit: 'chromium' });
  if (root === null) throw new Error('There is no root.');
  return layOut(root, fullBudget)
    .slice(2)
    .map(({ role, name }) => `${role} ${name}`.trim());
}

const run = (name: string): Raw => ({ role: 'static', name, interfaces: ['Component', 'Hypertext'] });
const mark = (name: string): Raw => ({ role: 'static', name, interfaces: ['Component', 'Hyperlink'] });
const paragraph = (...children: readonly Raw[]): Raw => ({ role: 'paragraph', children });
const link: Raw = { role: 'link', name: 'here', children: [run('here')] };

test('the runs of a paragraph are one text, with the spaces between them and no others', () => {
  expect(told(program(paragraph(run('Half '), run('bold'), run(', '), run('half'), run('way'))))).toEqual([
    'text Half bold, halfway',
  ]);
});

test('a space or a line break that is a run by itself parts the runs around it', () => {
  expect(told(program(paragraph(run('one'), run(' '), run('two'), run('\n'), run('three'))))).toEqual([
    'text one two three',
  ]);
});

test('texts that stand in lines of their own stay apart', () => {
  const item: Raw = { role: 'list_item', children: [paragraph(run('One')), paragraph(run('two'))] };
  expect(told(program(item))).toEqual(['listitem One two']);
});

test('a paragraph that holds more than texts gives way to what it holds', () => {
  expect(told(program(paragraph(run('See '), link, run('.'))))).toEqual(['text See', 'link here', 'text .']);
});

test('one that takes the focus stays, for something can be done with it', () => {
  const states = ['enabled', 'sensitive', 'visible', 'showing', 'focusable'] as const;
  expect(told(program({ ...paragraph(run('See'), link), states }))).toEqual(['text See', 'link here']);
});

test('the bullet of a list item is left out, and its number is not', () => {
  const items = ['• ', '1. ', '◦ ', 'iv. '].map(
    (name): Raw => ({ role: 'list_item', children: [mark(name), run('item')] }),
  );
  expect(told(program(...items))).toEqual([
    'listitem item',
    'listitem 1. item',
    'listitem item',
    'listitem iv. item',
  ]);
});

test('what an author wrote before an item is no bullet', () => {
  const item: Raw = { role: 'list_item', children: [run('🙂'), run(' smiling')] };
  expect(told(program(item))).toEqual(['listitem 🙂 smiling']);
});

test('a bullet says nothing wherever it stands', () => {
  const items: Raw = {
    role: 'tree_item',
    name: 'src',
    children: [mark('• '), { role: 'tree_item', name: 'a.ts' }],
  };
  expect(told(program(items))).toEqual(['treeitem src', 'treeitem a.ts']);
});

test('the hole in a paragraph that gives way is left to whoever is around it', () => {
  const { root } = growTree(program({ ...paragraph(run('See'), link), hole: 'node_budget' }), nothingAside);
  expect(root?.children[0]?.hole).toBe('node_budget');
});

const spin = (name: string, number: number, ...more: readonly StateWord[]): Raw => ({
  role: 'spin_button',
  name,
  value: { kind: 'number', number },
  states: ['visible', 'showing', 'focusable', ...more],
  interfaces: ['Component', 'Text', 'Value'],
});

test('a date is told in its parts, which can be written where the field is not disabled', () => {
  const date = (...more: readonly StateWord[]): Raw => ({
    role: 'date_editor',
    name: 'Due',
    value: { kind: 'text', text: '\uFFFC\uFFFC', length: 2 },
    interfaces: ['Component', 'Hypertext', 'Text'],
    children: [
      { role: 'section', children: [spin('Month', 1, ...more), run('/'), spin('Year', 2026, ...more)] },
    ],
  });
  const of = (field: Raw) => {
    const { root } = growTree(program(field), { ...nothingAside, toolkit: 'chromium' });
    if (root === null) throw new Error('There is no root.');
    return layOut(root, fullBudget)
      .slice(2)
      .map(({ role, name, value, states }) => [role, name, value, states.join(' ')]);
  };
  expect(of(date('enabled', 'sensitive'))).toEqual([
    ['group', 'Due', null, ''],
    ['spinbutton', 'Month', '1', 'editable focusable'],
    ['text', '/', null, ''],
    ['spinbutton', 'Year', '2026', 'editable focusable'],
  ]);
  expect(of(date())[1]).toEqual(['spinbutton', 'Month', '1', 'disabled focusable readonly']);
});

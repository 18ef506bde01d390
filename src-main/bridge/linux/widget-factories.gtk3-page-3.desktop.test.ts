import { describe, expect, test } from 'vitest';
import {
  has,
  hasNot,
  press,
  selects,
  setTo,
  state,
  value,
  widgetFactory,
  within,
} from './widget-factory.fixture';

const factory = widgetFactory('gtk3-widget-factory', 'Page 3');
const onlyOne = () => true;

describe('what stands on the third page of gtk3-widget-factory', () => {
  factory.does(
    ['a row of a tree is chosen by a click', 'cell', 'Alpaida', press, state('selected')],
    [
      'a row of a tree is chosen by its name',
      'table',
      onlyOne,
      selects('Begga'),
      has('cell', 'Begga', 'selected'),
    ],
    ['a row with others beneath it is chosen', 'cell', 'Rotrude', press, state('selected')],
  );

  test('a row of a tree is closed and opened by keys', async () => {
    const program = factory.program();
    await program.key('Shift+ArrowLeft');
    expect({ live: null, tree: await program.tree() }).toSatisfy(has('cell', 'Rotrude', 'collapsed'));
    expect({ live: null, tree: await program.tree() }).toSatisfy(hasNot('cell', 'Guérin'));
    await program.key('Shift+ArrowRight');
    expect({ live: null, tree: await program.tree() }).toSatisfy(has('cell', 'Rotrude', 'expanded'));
  });

  factory.does(
    ['a tree is scrolled by its bar', 'scrollbar', onlyOne, setTo('60'), value('60')],
    [
      'a tree is scrolled',
      'table',
      onlyOne,
      { kind: 'scroll', dx: 0, dy: -20 },
      ({ tree }) => tree.nodes.find(({ role }) => role === 'scrollbar')?.value === '40',
    ],
    ['a colour in a row is chosen', 'radio', '7.5', press, state('checked')],
    ['a row of a list is chosen by a click', 'listitem', '5', press, state('selected')],
    [
      'a row far out of view is chosen',
      'listitem',
      (node, { nodes }) => node === nodes.findLast(({ role, name }) => role === 'listitem' && name === '10'),
      press,
      state('selected'),
    ],
    ['a page of a sidebar is shown by a click', 'listitem', 'Address', press, has('textbox', 'Street')],
    ['a field of that page', 'textbox', 'Street', setTo('Hauptstraße 1'), value('Hauptstraße 1')],
    [
      'a page of a sidebar is chosen by its name',
      'list',
      ({ bounds }) => (bounds?.width ?? 0) < 200,
      selects('Birthdate'),
      has('listitem', 'Birthdate', 'selected'),
    ],
    [
      'a month is chosen on that page',
      'combobox',
      ({ value: held }) => /^[A-Z]/.test(held ?? ''),
      selects('March'),
      value('March'),
    ],
    ['a button with a menu opens it', 'button', 'Open', press, state('pressed')],
  );

  test('the menu closes', async () => {
    const program = factory.program();
    await program.key('Escape');
    expect((await program.find('button', 'Open')).states).not.toContain('pressed');
  });

  factory.does(
    ['a red button is pressed in', 'button', 'Record', press, state('pressed')],
    [
      'one of two views is chosen',
      'radio',
      (node) => node.name === '' && node.states.includes('focusable') && !node.states.includes('checked'),
      press,
      state('checked'),
    ],
    ['a divider moves', 'splitter', onlyOne, setTo('150'), value('150')],
    ['a tab is chosen by a click', 'tab', 'Page 4', press, state('selected')],
    [
      'a tab is chosen by its name',
      'tablist',
      ({ bounds }) => (bounds?.x ?? 0) > 1_000,
      selects('Page 2'),
      ({ tree }) =>
        tree.nodes
          .filter(({ role, states }) => role === 'tab' && states.includes('selected'))
          .some(({ bounds, name }) => name === 'Page 2' && (bounds?.x ?? 0) > 1_000),
    ],
    ['a field with a picture in it', 'textbox', 'Age', setTo('12'), value('12')],
    ['a hue of a colour editor', 'slider', 'Hue', setTo('0.5'), value('0.5')],
    ['how much is seen through a colour', 'slider', 'Alpha', setTo('0.5'), value('0.5')],
    ['the name of a colour', 'textbox', 'Color Name', setTo('#00ff00'), value('#00ff00')],
    [
      'a place in a plane of colours',
      'group',
      'Color Plane',
      press,
      ({ tree }) => tree.nodes.find(({ name }) => name === 'Color Name')?.value === '#408080',
    ],
    ['a menu of a field opens', 'textbox', 'Age', { kind: 'show_menu' }, has('menuitem', 'Select All')],
    ['what it says is done', 'menuitem', 'Select All', press, hasNot('menuitem', 'Select All')],
  );

  test('all of the field was selected: what is typed stands in its place', async () => {
    const program = factory.program();
    const age = await program.find('textbox', 'Age');
    await program.type('7');
    expect((await program.look(age)).value).toBe('7');
  });

  factory.does([
    'a picture on the edge of a field is pressed',
    'button',
    within('Age', 'Insert Emoji'),
    press,
    ({ tree }) => tree.nodes.some(({ states }) => states.includes('modal')),
  ]);

  test('what it opened closes', async () => {
    const program = factory.program();
    await program.key('Escape');
    expect((await program.tree()).nodes.filter(({ states }) => states.includes('modal'))).toEqual([]);
  });

  factory.does([
    'a lock disables what it is for',
    'button',
    'Lock',
    press,
    has('button', 'Open', 'disabled'),
  ]);
});

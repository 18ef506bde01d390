import { describe, expect, test } from 'vitest';
import { has, hasNot, press, selects, setTo, state, value, widgetFactory } from './widget-factory.fixture';

const factory = widgetFactory('gtk4-widget-factory', 'Page 3');
const onlyOne = () => true;

describe('what stands on the third page of gtk4-widget-factory', () => {
  factory.does(
    ['a tree is clicked', 'table', onlyOne, press, state('focused')],
    ['a tree is scrolled by its bar', 'scrollbar', onlyOne, setTo('40'), value('40')],
    [
      'a tree is scrolled',
      'table',
      onlyOne,
      { kind: 'scroll', dx: 0, dy: -20 },
      ({ tree }) => tree.nodes.find(({ role }) => role === 'scrollbar')?.value === '20',
    ],
    ['a row of a list is chosen by a click', 'listitem', '7.5', press, state('selected')],
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
      'a page of a sidebar is chosen by its name, and the one before is told no more',
      'list',
      'Sidebar',
      selects('Birthdate'),
      (seen) => has('listitem', 'Birthdate', 'selected')(seen) && hasNot('textbox', 'Street')(seen),
    ],
    ['a button with a popover opens it', 'button', 'Open', press, has('button', 'Extra Info', 'collapsed')],
  );

  test('the popover closes', async () => {
    const program = factory.program();
    await program.key('Escape');
    expect({ live: null, tree: await program.tree() }).toSatisfy(hasNot('button', 'Extra Info'));
  });

  factory.does(
    ['a red button is pressed in', 'button', 'Record', press, state('pressed')],
    ['a divider moves', 'splitter', onlyOne, setTo('150'), value('150')],
    ['a tab is chosen by a click', 'tab', 'Page 4', press, state('selected')],
    ['a field that takes only some numbers', 'textbox', 'Age', setTo('17'), value('17')],
    ['a hue of a colour editor', 'slider', 'Hue', setTo('0.5'), value('0.5')],
    ['how much is seen through a colour', 'slider', 'Alpha value', setTo('0.5'), value('0.5')],
    [
      'the name of a colour',
      'textbox',
      'Hexadecimal color or color name',
      setTo('#00ff00'),
      value('#00ff00'),
    ],
    [
      'a place in a plane of colours',
      'group',
      'Saturation and value',
      press,
      ({ tree }) => tree.nodes.some(({ value: held }) => held === '#408080'),
    ],
    [
      'a lock is locked',
      'button',
      /^Dialog is unlocked/,
      press,
      ({ live }) => live?.name.startsWith('Dialog is locked') === true,
    ],
  );
});

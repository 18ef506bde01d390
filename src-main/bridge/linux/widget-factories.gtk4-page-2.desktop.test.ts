import { describe, expect, test } from 'vitest';
import {
  has,
  hasNot,
  holding,
  is,
  isEnabled,
  press,
  setTo,
  state,
  value,
  widgetFactory,
  within,
} from './widget-factory.fixture';

const factory = widgetFactory('gtk4-widget-factory', 'Page 2');
const onlyOne = () => true;

test('of all pages only the one is told that is seen', async () => {
  const { nodes } = await factory.program().tree();
  expect(nodes.map(({ name }) => name)).not.toContain('checkbutton');
});

describe('what stands on the second page of gtk4-widget-factory', () => {
  factory.does(
    ['a spin button that stands upright counts', 'spinbutton', isEnabled, setTo('77'), value('77')],
    ['a volume button is turned', 'slider', holding('0.5'), setTo('0.8'), value('0.8')],
    ['a page of a stack is shown', 'tab', 'Logo', press, state('selected')],
    ['another page of the stack is shown', 'tab', 'News', press, state('selected')],
    ['a switch in a row of a list', 'switch', 'Row 1', press, state('checked')],
    ['a slider in a row of a list', 'slider', 'Row 2', setTo('10'), value('10')],
    ['a row of a list', 'listitem', 'Row 3', press, state('focused')],
    ['a row that is out of view', 'listitem', 'Row 8', press, state('selected')],
    ['a check button in a row', 'checkbox', 'Row 6', press, state('checked')],
    ['a button in a row opens a dialog', 'button', 'Row 5', press, has('dialog', 'Zelda', 'modal')],
    ['a button of the dialog closes it', 'button', within('Zelda', 'Run'), press, hasNot('dialog', 'Zelda')],
    ['a menu opens', 'menuitem', 'Edit', press, state('expanded')],
    ['a menu within the menu opens', 'menuitem', 'Checks', press, has('menuitemcheckbox', 'Check')],
    [
      'a check item is chosen, and the menus close',
      'menuitemcheckbox',
      is('Check', 'checked'),
      press,
      hasNot('menuitemcheckbox', 'Check'),
    ],
    ['another menu opens', 'menuitem', 'View', press, has('menuitemcheckbox', 'Statusbar', 'checked')],
    [
      'a check item is checked off',
      'menuitemcheckbox',
      'Statusbar',
      press,
      hasNot('text', 'All systems are operating normally.'),
    ],
    ['the menu opens again', 'menuitem', 'View', press, hasNot('menuitemcheckbox', 'Statusbar', 'checked')],
    [
      'a menu closes where another is pressed',
      'menuitem',
      'Edit',
      press,
      hasNot('menuitemcheckbox', 'Statusbar'),
    ],
    ['the other opens then', 'menuitem', 'Edit', press, has('menuitem', 'Radios')],
    ['a menu of radio items opens', 'menuitem', 'Radios', press, has('menuitemradio', 'Radio')],
    [
      'a radio item is chosen',
      'menuitemradio',
      is('Radio', 'checked'),
      press,
      hasNot('menuitemradio', 'Radio'),
    ],
    [
      'a button with a menu opens it',
      'button',
      ({ name, bounds }) => name === '' && (bounds?.x ?? 0) < 300,
      press,
      has('menuitemradio', 'Pizza'),
    ],
    ['what is in it is chosen', 'menuitemradio', 'Pizza', press, hasNot('menuitemradio', 'Pizza')],
    [
      'a button of a tool bar opens a search',
      'button',
      'Search',
      press,
      ({ tree }) => tree.nodes.some(({ role, states }) => role === 'textbox' && states.includes('focused')),
    ],
    ['a divider moves sideways', 'splitter', holding('24'), setTo('120'), value('120')],
    ['a divider moves downwards', 'splitter', holding('16'), setTo('90'), value('90')],
    ['an expander is closed', 'button', is('Expander', 'collapsed'), press, state('collapsed')],
    ['an expander is opened', 'button', is('Expander', 'expanded'), press, state('expanded')],
    ['a day of a calendar is clicked', 'text', '18', press, has('calendar', '', 'focused')],
    [
      'a month of a calendar is turned',
      'button',
      ({ parent }, { nodes }) => nodes[parent]?.role === 'calendar',
      press,
      ({ tree }) => tree.nodes.some(({ role, name }) => role === 'text' && name === lastMonth()),
    ],
    ['a dialog asks', 'button', 'Inform', press, has('text', 'Do something?')],
    ['a dialog is answered', 'button', 'Do It', press, hasNot('text', 'Do something?')],
    ['a dialog of settings opens', 'button', 'Configure', press, has('dialog', 'Settings', 'modal')],
    [
      'a switch in it, told as a check button once it has a name',
      'checkbox',
      'Mode',
      press,
      state('checked'),
    ],
    ['a slider in it', 'slider', 'Level', setTo('4'), value('4')],
    ['a field in it', 'textbox', 'Details', setTo('all'), value('all')],
    [
      'the dialog of settings is closed',
      'button',
      within('Settings', 'Close'),
      press,
      hasNot('dialog', 'Settings'),
    ],
    ['a dialog with a choice opens', 'button', 'Select', press, has('dialog', 'Choose one', 'modal')],
    ['a picture is chosen', 'cell', within('Choose one', ''), press, state('focused')],
    ['the choice is left', 'button', within('Choose one', 'Cancel'), press, hasNot('dialog', 'Choose one')],
    ['a text of several lines holds what is set', 'textbox', 'MyTextView', setTo('a\nb'), value('a\nb')],
  );
});

function lastMonth(): string {
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth() - 1, 1).toLocaleString('en', { month: 'long' });
}

describe('what is refused', () => {
  test('a date: this calendar takes none', async () => {
    expect(await factory.refusal('calendar', onlyOne, setTo('2024-02-29'))).toBe('unsupported');
  });
  test('a disabled button of a tool bar', async () => {
    expect(await factory.refusal('button', 'Insert', press)).toBe('not_enabled');
  });
  test('an icon of a GtkIconView: it tells none', async () => {
    const program = factory.program();
    const { nodes } = await program.tree();
    const view = await program.find('list', ({ parent }, tree) => tree.nodes[parent]?.name === 'Expander');
    expect(nodes.filter(({ parent }) => nodes[parent]?.identity === view.identity)).toEqual([]);
  });
  test('what stands on a page behind this one', async () => {
    const program = factory.program();
    await program.act(await program.find('tab', 'Page 1'), press);
    const behind = await program.find('checkbox', is('checkbutton', 'checked', 'mixed'));
    await program.act(await program.find('tab', 'Page 2'), press);
    const done = await program.adapter.act(behind.identity, press, behind, new AbortController().signal);
    expect(done).toMatchObject({ ok: false, failure: { code: 'covered' } });
  });
});

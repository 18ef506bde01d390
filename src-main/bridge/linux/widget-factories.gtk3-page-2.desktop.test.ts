import { describe, expect, test } from 'vitest';
import {
  has,
  hasNot,
  holding,
  is,
  isEnabled,
  no,
  press,
  selects,
  setTo,
  state,
  value,
  widgetFactory,
  within,
} from './widget-factory.fixture';

const factory = widgetFactory('gtk3-widget-factory', 'Page 2');
const onlyOne = () => true;

describe('what stands on the second page of gtk3-widget-factory', () => {
  factory.does(
    ['a spin button that stands upright counts', 'spinbutton', isEnabled, setTo('77'), value('77')],
    ['a volume button is turned', 'slider', 'Volume', setTo('0.8'), value('0.8')],
    ['a volume button opens', 'slider', 'Volume', press, has('button', 'Volume Down')],
    [
      'a button in its popover is pressed',
      'button',
      'Volume Down',
      press,
      ({ tree }) => tree.nodes.some(({ name, value: held }) => name === 'Volume' && held !== '0.8'),
    ],
  );

  test('the popover closes', async () => {
    const program = factory.program();
    await program.key('Escape');
    expect({ live: null, tree: await program.tree() }).toSatisfy(hasNot('button', 'Volume Down'));
  });

  factory.does(
    ['a page of a stack is shown', 'radio', 'Logo', press, state('checked')],
    ['another page of the stack is shown', 'radio', 'News', press, state('checked')],
    [
      'a list whose rows cannot be chosen chooses none, whatever it answers',
      'list',
      ({ bounds }) => (bounds?.x ?? 0) < 300,
      selects('Row 4'),
      hasNot('listitem', 'Row 4', 'selected'),
    ],
    ['a switch in a row of a list', 'switch', 'Row 1', press, state('checked')],
    ['a slider in a row of a list', 'slider', 'Row 2', setTo('10'), value('10')],
    ['a row of a list', 'listitem', 'Row 3', press, state('focused')],
    ['a check button in a row that is out of view', 'checkbox', 'Row 6', press, state('checked')],
    ['a button in a row opens a dialog', 'button', 'Row 5', press, has('dialog', 'Zelda', 'modal')],
    ['a button of the dialog closes it', 'button', within('Zelda', 'Run'), press, hasNot('dialog', 'Zelda')],
    ['a menu opens', 'menu', 'Edit', press, state('selected')],
    ['a menu within the menu opens', 'menu', 'Checks & Radios', press, state('selected')],
    [
      'a check item is checked, and the menus close',
      'menuitemcheckbox',
      is('Check', 'checked'),
      press,
      (seen) => state('checked')(seen) && hasNot('menu', 'Edit', 'selected')(seen),
    ],
    [
      'a check item of a closed menu is checked off',
      'menuitemcheckbox',
      'Statusbar',
      press,
      (seen) => no('checked')(seen) && hasNot('status', 'All systems are operating normally.')(seen),
    ],
    ['a radio item is chosen', 'menuitemradio', is('Radio', 'checked'), press, state('checked')],
    [
      'a menu item opens a dialog',
      'menuitem',
      'About',
      press,
      has('dialog', 'About GTK Widget Factory', 'modal'),
    ],
    ['the dialog turns a page', 'button', 'Credits', press, state('pressed')],
    [
      'the dialog is closed',
      'button',
      within('About GTK Widget Factory', 'Close'),
      press,
      hasNot('dialog', 'About GTK Widget Factory'),
    ],
    ['a button of a tool bar opens a search', 'button', 'Search', press, has('textbox', 'Search', 'focused')],
    ['a divider moves sideways', 'splitter', holding('24'), setTo('120'), value('120')],
    ['a divider moves downwards', 'splitter', holding('17'), setTo('90'), value('90')],
    ['an icon of a view is chosen', 'listitem', '', press, state('selected')],
    [
      'a view of icons is scrolled',
      'list',
      ({ bounds }) => (bounds?.x ?? 0) > 1_000,
      { kind: 'scroll', dx: 0, dy: 100 },
      ({ tree }) => tree.nodes.some(({ role, value: held }) => role === 'scrollbar' && held === '100'),
    ],
    ['an expander is closed', 'button', is('Expander', 'collapsed'), press, state('collapsed')],
    ['an expander is opened', 'button', is('Expander', 'expanded'), press, state('expanded')],
    ['a day of a calendar is clicked', 'calendar', onlyOne, press, state('focused')],
    ['a dialog asks', 'button', 'Inform', press, has('text', 'Do something?')],
    ['a dialog is answered', 'button', 'Do It', press, hasNot('text', 'Do something?')],
    ['a dialog of settings opens', 'button', 'Configure', press, has('dialog', 'Settings', 'modal')],
    ['a switch in it, named by its label', 'switch', 'Mode', press, state('checked')],
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
    ['a picture is chosen', 'listitem', within('Choose one', ''), press, state('selected')],
    ['the choice is left', 'button', within('Choose one', 'Cancel'), press, hasNot('dialog', 'Choose one')],
  );

  test('a popover of choices turns a page, and closes', async () => {
    const program = factory.program();
    await program.act(
      await program.find('button', ({ name, bounds }) => name === 'Menu' && (bounds?.y ?? 0) > 300),
      press,
    );
    await program.act(await program.find('button', 'Dessert'), press);
    await program.act(await program.find('radio', 'Lemon Bars'), {
      kind: 'pointer',
      button: 'left',
      clicks: 1,
    });
    expect((await program.find('radio', 'Lemon Bars')).states).toContain('focused');
    await program.key('Escape');
    expect({ live: null, tree: await program.tree() }).toSatisfy(hasNot('radio', 'Lemon Bars'));
  });
});

describe('what is refused', () => {
  test('a date: no GTK 3 calendar tells or takes one', async () => {
    expect(await factory.refusal('calendar', onlyOne, setTo('2024-02-29'))).toBe('unsupported');
  });
  test('a disabled item of a menu', async () => {
    expect(await factory.refusal('menuitemcheckbox', (node) => !isEnabled(node), press)).toBe('not_enabled');
  });
  test('a disabled button of a tool bar', async () => {
    expect(await factory.refusal('button', 'Insert', press)).toBe('not_enabled');
  });
});

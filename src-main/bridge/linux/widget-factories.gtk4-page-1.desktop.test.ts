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

const factory = widgetFactory('gtk4-widget-factory', null);
const onlyOne = () => true;
const colour = /^Red \d+%, Green \d+%, Blue \d+%$/;

describe('what stands on the first page of gtk4-widget-factory', () => {
  factory.does(
    ['a check button is checked', 'checkbox', is('checkbutton', 'checked', 'mixed'), press, state('checked')],
    // GTK 4.8 tells a radio button as a check button.
    ['a radio button is chosen', 'checkbox', is('radiobutton', 'checked', 'mixed'), press, state('checked')],
    ['a toggle button is pressed', 'button', is('togglebutton', 'pressed'), press, state('pressed')],
    ['a switch is switched on', 'switch', isEnabled, press, state('checked')],
    ['a switch is switched off', 'switch', isEnabled, press, no('checked')],
    ['a slider moves', 'slider', holding('50'), setTo('25'), value('25')],
    ['a slider goes no further than it can', 'slider', holding('25'), setTo('1000'), value('100')],
    ['a spin button counts', 'spinbutton', holding('50'), setTo('61'), value('61')],
    ['an entry holds what is set', 'textbox', 'Click icon to change mode', setTo('Zoë 🙂'), value('Zoë 🙂')],
    [
      'an editable combobox holds what is set',
      'combobox',
      holding('comboboxentry'),
      setTo('Gyro'),
      value('Gyro'),
    ],
    [
      'a scroll bar is moved',
      'scrollbar',
      ({ bounds }, { nodes }) =>
        nodes.every(({ role, bounds: other }) => role !== 'scrollbar' || (other?.y ?? 0) <= (bounds?.y ?? 0)),
      setTo('20'),
      value('20'),
    ],
    [
      'a text of several lines holds what is set',
      'textbox',
      ({ value: held }) => held?.startsWith('Lorem') === true,
      setTo('one\ntwo'),
      value('one\ntwo'),
    ],
    ['a menu of a text opens', 'textbox', holding('one\ntwo'), { kind: 'show_menu' }, has('menuitem', 'Cut')],
    ['what it says is done', 'menuitem', 'Select All', press, hasNot('menuitem', 'Cut')],
    ['a tab comes to the front', 'tab', is('page 3', 'selected'), press, state('selected')],
    ['a tab is chosen by its name', 'tablist', onlyOne, selects('Beach'), has('tab', 'Beach', 'selected')],
    ['a font button opens its dialog', 'button', 'Sans Regular 12', press, has('dialog', 'Pick a Font')],
    ['a font is chosen by a click', 'listitem', /Bold$/, press, state('selected')],
    [
      'the font is taken',
      'button',
      within('Pick a Font', 'Select'),
      press,
      hasNot('button', 'Sans Regular 12'),
    ],
    ['a colour button opens its dialog', 'button', colour, press, has('dialog', 'Pick a Color')],
    ['a colour is chosen by its name', 'radio', 'Dark Green', press, state('checked')],
    [
      'the colour is taken',
      'button',
      within('Pick a Color', 'Select'),
      press,
      hasNot('dialog', 'Pick a Color'),
    ],
    // The button keeps the name of its first colour.
    ['the dialog knows which it was', 'button', colour, press, has('radio', 'Dark Green', 'checked')],
    ['it is closed', 'button', within('Pick a Color', 'Cancel'), press, hasNot('dialog', 'Pick a Color')],
    [
      'a link is followed: nothing here can show it',
      'link',
      'link button',
      press,
      has('text', 'Could not show link'),
    ],
    ['what says so is closed', 'button', within('', 'Close'), press, hasNot('text', 'Could not show link')],
  );

  test('a secret is taken, and not told', async () => {
    const program = factory.program();
    await program.act(await program.find('textbox', 'Password'), { kind: 'set_secret', value: 'hunter2' });
    expect(JSON.stringify(await program.tree())).not.toContain('hunter2');
  });

  test('what only shows something is read', async () => {
    const { nodes } = await factory.program().tree();
    const values = (role: string) => nodes.filter((node) => node.role === role).map((node) => node.value);
    expect(values('progressbar')).toEqual(['0.5', '0.5', '0.5', '0.5', '0.5']);
    expect(values('meter')).toEqual(['0.6', '2']);
  });
});

describe('what is refused', () => {
  test.each(['checkbox', 'switch', 'combobox'])('a %s that is disabled', async (role) => {
    expect(await factory.refusal(role, (node) => !isEnabled(node), press)).toBe('not_enabled');
  });
  test('an option of a GtkComboBox: it tells nobody what its options are, nor which is chosen', async () => {
    const isComboBox = holding(null);
    expect(await factory.refusal('combobox', isComboBox, selects('Right'))).toBe('unsupported');
    expect((await factory.program().find('combobox', isComboBox)).value).toBeNull();
  });
  test('a row of a GtkTreeView: it tells its headers alone', async () => {
    const { nodes } = await factory.program().tree();
    expect(nodes.filter(({ role }) => role === 'cell' || role === 'row')).toEqual([]);
    expect(await factory.refusal('table', onlyOne, selects('Otto'))).toBe('unsupported');
  });
  test('a progress bar has nothing to set', async () => {
    expect(await factory.refusal('progressbar', onlyOne, setTo('1'))).toBe('unsupported');
  });
});

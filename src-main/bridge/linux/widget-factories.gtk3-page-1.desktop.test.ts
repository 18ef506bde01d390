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
} from './widget-factory.fixture';

const factory = widgetFactory('gtk3-widget-factory', null);
const onlyOne = () => true;

describe('what stands on the first page of gtk3-widget-factory', () => {
  factory.does(
    ['a check button is checked', 'checkbox', is('checkbutton', 'checked', 'mixed'), press, state('checked')],
    ['a radio button is chosen', 'radio', is('radiobutton', 'checked', 'mixed'), press, state('checked')],
    ['a toggle button is pressed', 'button', is('togglebutton', 'pressed'), press, state('pressed')],
    ['a switch is switched on', 'switch', isEnabled, press, state('checked')],
    ['a switch is switched off', 'switch', isEnabled, press, no('checked')],
    ['a slider moves', 'slider', holding('50'), setTo('25'), value('25')],
    ['a slider goes no further than it can', 'slider', holding('25'), setTo('1000'), value('100')],
    ['a spin button counts', 'spinbutton', holding('50'), setTo('61'), value('61')],
    ['an entry holds what is set', 'textbox', 'Click icon to change mode', setTo('Zoë 🙂'), value('Zoë 🙂')],
    [
      'a scroll bar is moved',
      'scrollbar',
      ({ bounds }, { nodes }) =>
        nodes.every(({ role, bounds: other }) => role !== 'scrollbar' || (other?.y ?? 0) <= (bounds?.y ?? 0)),
      setTo('40'),
      value('40'),
    ],
    [
      'a text of several lines holds what is set',
      'textbox',
      ({ value: held }) => held?.startsWith('Lorem') === true,
      setTo('one\ntwo'),
      value('one\ntwo'),
    ],
    ['a combobox takes an option', 'combobox', holding('Left'), selects('Right'), value('Right')],
    [
      'a combobox of icons and texts takes an option',
      'combobox',
      holding('Andrea'),
      selects('Orville'),
      value('Orville'),
    ],
    [
      'an editable combobox holds what is set',
      'combobox',
      holding('comboboxentry'),
      setTo('Gyro'),
      value('Gyro'),
    ],
    [
      'an editable combobox takes an option',
      'combobox',
      holding('Gyro'),
      selects('Mickey Mouse'),
      value('Mickey Mouse'),
    ],
    ['a combobox opens', 'combobox', holding('Middle'), press, has('menuitem', 'Left')],
    [
      'an item of the open list is chosen, and the list closes',
      'menuitem',
      'Left',
      press,
      (seen) => hasNot('menuitem', 'Left')(seen) && has('option', 'Left', 'selected')(seen),
    ],
    [
      'a row of a table is chosen by what is in it',
      'table',
      onlyOne,
      selects('Redenbacher'),
      has('cell', 'Orville', 'selected'),
    ],
    ['a row of a table is chosen by a click', 'cell', 'Otto', press, state('selected')],
    ['a tab comes to the front', 'tab', is('page 3', 'selected'), press, state('selected')],
    ['a tab is chosen by its name', 'tablist', onlyOne, selects('page 2'), has('tab', 'page 2', 'selected')],
  );

  test('what only shows something is read', async () => {
    const { nodes } = await factory.program().tree();
    const values = (role: string) => nodes.filter((node) => node.role === role).map((node) => node.value);
    expect(values('progressbar')).toEqual(['0.5', '0.5', '0.5', '0.5', '0.5']);
    expect(values('meter')).toEqual(['0.6', '2']);
    expect(nodes.filter(({ name }) => name === 'Spinner')).toHaveLength(4);
  });

  test('check marks in the table are told with their state and the name of their row', async () => {
    const { nodes } = await factory.program().tree();
    const marks = nodes.filter(
      ({ role, name }) => role === 'checkbox' && /^(?:Andrea|Otto|Orville|Benjamin)$/.test(name),
    );
    expect(marks.map(({ name, states }) => [name, states.includes('checked')])).toEqual([
      ['Andrea', true],
      ['Otto', false],
      ['Orville', true],
      ['Benjamin', true],
    ]);
  });
});

describe('what is refused', () => {
  test.each(['checkbox', 'radio', 'switch'])('a %s that is disabled', async (role) => {
    expect(await factory.refusal(role, (node) => !isEnabled(node), press)).toBe('not_enabled');
  });
  test('a slider takes no word', async () => {
    expect(await factory.refusal('slider', isEnabled, setTo('loud'))).toBe('invalid_input');
  });
  test('this cell is not one to write in', async () => {
    expect(await factory.refusal('cell', 'Cimi', setTo('x'))).toBe('contradicted');
  });
  test('an option that is not there', async () => {
    expect(await factory.refusal('combobox', holding('Orville'), selects('Nobody'))).toBe('not_found');
  });
  test('a progress bar has nothing to set', async () => {
    expect(await factory.refusal('progressbar', onlyOne, setTo('1'))).toBe('unsupported');
  });
});

test('a link is followed: no program here tells that it was', async () => {
  const program = factory.program();
  const link = await program.find('link', 'link button');
  expect(await program.adapter.act(link.identity, press, link, new AbortController().signal)).toEqual({
    ok: true,
    value: 'accepted',
  });
});

import { expect, test } from 'vitest';
import type { RoleWord, StateWord } from '../../../native/linux/atspi';
import { statesOf as bitsOf } from '../../../native/linux/atspi/states';
import { roleOf } from './roles';
import { statesOf } from './states';

const states = (role: RoleWord, words: readonly StateWord[], interfaces = ['Component']) =>
  statesOf(
    { role, states: bitsOf(...words), interfaces: new Set(interfaces) },
    roleOf(role, { isWindow: false, withinCombobox: false, modal: false }),
  );

test.each<[RoleWord, StateWord[], string[]]>([
  ['check_box', ['sensitive', 'checked', 'focusable'], ['checked', 'focusable']],
  ['toggle_button', ['sensitive', 'checked'], ['pressed']],
  ['push_button', ['sensitive', 'pressed'], ['pressed']],
  ['check_box', ['sensitive', 'indeterminate'], ['mixed']],
  ['push_button', ['visible'], ['disabled']],
  ['tree_item', ['sensitive', 'expandable', 'expanded'], ['expanded']],
  ['tree_item', ['sensitive', 'expandable'], ['collapsed']],
  ['page_tab', ['sensitive', 'selected'], ['selected']],
])('a %s that is %j is told as %j', (role, words, ours) => {
  expect(states(role, words)).toEqual(ours);
});

test('what is no part of the screen is not disabled', () => {
  expect(states('application', [], ['Application'])).toEqual([]);
});

test('read-only wins over editable', () => {
  expect(states('entry', ['sensitive', 'editable', 'read_only'], ['Component', 'Text'])).toEqual([
    'readonly',
  ]);
});

test.each<[RoleWord, Partial<Parameters<typeof roleOf>[1]>, string]>([
  ['frame', { isWindow: true }, 'window'],
  ['frame', { isWindow: true, modal: true }, 'dialog'],
  ['alert', { isWindow: true }, 'dialog'],
  ['alert', {}, 'alert'],
  ['file_chooser', { isWindow: true }, 'dialog'],
  ['menu_item', {}, 'menuitem'],
  ['menu_item', { withinCombobox: true }, 'option'],
  ['menu', { withinCombobox: true }, 'group'],
  ['panel', { modal: true }, 'dialog'],
  ['radio_menu_item', {}, 'menuitemradio'],
  ['tool_bar', {}, 'toolbar'],
  ['separator', {}, 'separator'],
])('%s with %j is a %s', (raw, context, role) => {
  expect(roleOf(raw, { isWindow: false, withinCombobox: false, modal: false, ...context })).toBe(role);
});

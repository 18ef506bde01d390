import { expect, test } from 'vitest';
import type { RoleWord, StateWord } from '../../../native/linux/atspi';
import { statesOf as bitsOf } from '../../../native/linux/atspi/states';
import { alone, type RoleContext, roleOf } from './roles';
import { statesOf } from './states';

const states = (role: RoleWord, words: readonly StateWord[], interfaces = ['Component']) =>
  statesOf(kind(role, words, interfaces), roleOf(kind(role, words, interfaces), 'other', alone));

const kind = (
  role: RoleWord,
  words: readonly StateWord[] = [],
  interfaces: readonly string[] = [],
  name = '',
) => ({
  role,
  name,
  states: bitsOf(...words),
  interfaces: new Set(interfaces),
});

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

test.each<[RoleWord, Partial<RoleContext>, string]>([
  ['frame', { isWindow: true }, 'window'],
  ['frame', { isWindow: true, modal: true }, 'dialog'],
  ['alert', { isWindow: true }, 'dialog'],
  ['alert', {}, 'alert'],
  ['file_chooser', { isWindow: true }, 'dialog'],
  ['file_chooser', {}, 'group'],
  ['table_cell', { toggles: true }, 'checkbox'],
  ['menu_item', {}, 'menuitem'],
  ['menu_item', { withinCombobox: true }, 'option'],
  ['menu', { withinCombobox: true }, 'group'],
  ['panel', { modal: true }, 'dialog'],
  ['radio_menu_item', {}, 'menuitemradio'],
  ['tool_bar', {}, 'toolbar'],
  ['separator', {}, 'separator'],
])('%s with %j is a %s', (raw, context, role) => {
  expect(roleOf(kind(raw), 'other', { ...alone, ...context })).toBe(role);
});

test.each<[RoleWord, string[], StateWord[], string]>([
  ['toggle_button', ['Action', 'Image'], [], 'button'],
  ['toggle_button', ['Action'], [], 'switch'],
  ['toggle_button', ['Action'], ['expandable'], 'button'],
  ['push_button', ['Action', 'Hyperlink'], [], 'link'],
  ['color_chooser', ['Value'], [], 'slider'],
  ['color_chooser', [], [], 'group'],
  ['split_pane', ['Value'], [], 'splitter'],
  ['layered_pane', ['Selection'], [], 'list'],
  ['table', ['Selection'], [], 'list'],
  ['table', ['Selection', 'Table'], [], 'table'],
  ['icon', ['Image'], ['selectable'], 'listitem'],
  ['icon', ['Image'], [], 'image'],
  ['icon', ['Action'], [], 'button'],
])('GTK 3: a %s with %j that is %j is a %s', (raw, interfaces, words, role) => {
  expect(roleOf(kind(raw, words, interfaces), 'gtk3', alone)).toBe(role);
});

test('what unfolds is not pressed as well', () => {
  expect(states('toggle_button', ['sensitive', 'checked', 'expandable', 'expanded'])).toEqual(['expanded']);
});

test.each<[RoleWord, string, string]>([
  ['check_box', 'GtkSwitch', 'switch'],
  ['check_box', 'Notify', 'checkbox'],
  ['filler', 'GtkPaned', 'splitter'],
  ['filler', 'GtkFrame', 'group'],
])('GTK 4: a %s that is called %s is a %s', (raw, name, role) => {
  expect(roleOf(kind(raw, [], [], name), 'gtk4', alone)).toBe(role);
});

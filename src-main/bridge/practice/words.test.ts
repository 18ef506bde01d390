import { expect, test } from 'vitest';
import { AxNode } from './cdp-answers';
import { nameWord, roleWord, stateWords, valueWord } from './words';

const node = (role: string, properties: Record<string, unknown> = {}, value?: unknown) =>
  AxNode.parse({
    nodeId: '1',
    ignored: false,
    role: { type: 'role', value: role },
    name: { value: 'Name' },
    properties: Object.entries(properties).map(([name, held]) => ({ name, value: { value: held } })),
    ...(value !== undefined && { value: { type: 'string', value } }),
  });

test.each([
  ['RootWebArea', 'window'],
  ['Date', 'datefield'],
  ['StaticText', 'text'],
  ['paragraph', 'text'],
  ['menuitemradio', 'menuitemradio'],
  ['searchbox', 'searchbox'],
])('%s is told as %s', (role, word) => {
  expect(roleWord(node(role))).toBe(word);
});

test.each([
  ['textbox', undefined, ''],
  ['combobox', 'Low', 'Low'],
  ['spinbutton', 4, '4'],
  ['button', undefined, null],
])('the value of a %s that holds %j is %j', (role, held, value) => {
  expect(valueWord(node(role, {}, held), false)).toBe(value);
});

test('a secure field has no value, whatever Chromium tells', () => {
  expect(valueWord(node('textbox', {}, '••••'), true)).toBeNull();
  expect(stateWords(node('textbox', { focusable: true }), true)).toEqual(['focusable', 'secure']);
});

test.each([
  [{ checked: 'true' }, ['checked']],
  [{ checked: 'mixed' }, ['mixed']],
  [{ checked: 'false', focusable: true }, ['focusable']],
  [{ expanded: true }, ['expanded']],
  [{ expanded: false }, ['collapsed']],
  [{ invalid: 'false', required: false, busy: false }, []],
  [{ invalid: 'true', required: true, busy: 1 }, ['busy', 'invalid', 'required']],
  [{ selected: true, focused: true, focusable: true }, ['focusable', 'focused', 'selected']],
  [{ editable: 'plaintext', readonly: true }, ['editable', 'readonly']],
  [{ modal: true, level: 2, disabled: true }, ['disabled', 'modal']],
])('%j', (properties, states) => {
  expect(stateWords(node('x', properties), false)).toEqual(states);
});

test('a name that is missing is empty', () => {
  expect(nameWord(AxNode.parse({ nodeId: '1', ignored: false }))).toBe('');
});

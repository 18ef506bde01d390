import { expect, test } from 'vitest';
import { keysFor, parseChord } from './keys';

const press = (
  key: string,
  code: string,
  windowsVirtualKeyCode: number,
  modifiers = 0,
  text = '',
  commands: string[] = [],
) => ({ key, code, windowsVirtualKeyCode, modifiers, text, commands });

test.each([
  ['Escape', press('Escape', 'Escape', 27)],
  ['Enter', press('Enter', 'Enter', 13, 0, '\r')],
  ['a', press('a', 'KeyA', 65, 0, 'a')],
  ['7', press('7', 'Digit7', 55, 0, '7')],
  ['F5', press('F5', 'F5', 116)],
  ['Space', press(' ', 'Space', 32, 0, ' ')],
  ['Shift+Tab', press('Tab', 'Tab', 9, 8)],
  ['Control+a', press('a', 'KeyA', 65, 2, '', ['selectAll'])],
  ['Meta+c', press('c', 'KeyC', 67, 4, '', ['copy'])],
  ['Control+Shift+ArrowLeft', press('ArrowLeft', 'ArrowLeft', 37, 10)],
  ['Alt+F4', press('F4', 'F4', 115, 1)],
  ['+', press('+', 'Equal', 187, 0, '+')],
  ['Control++', press('+', 'Equal', 187, 2)],
  ['é', press('é', '', 0, 0, 'é')],
])('%s', (chord, expected) => {
  expect(parseChord(chord)).toEqual(expected);
});

test.each(['', 'Hyper+a', 'Control+', 'Escape+Control', 'ab', 'F13', 'escape'])(
  '%j names no key',
  (chord) => {
    expect(parseChord(chord)).toBeNull();
  },
);

test('characters are written as a person would press them', () => {
  expect(keysFor('A')).toEqual(press('A', 'KeyA', 65, 8, 'A'));
  expect(keysFor('\n')).toEqual(press('Enter', 'Enter', 13, 0, '\r'));
  expect(keysFor('\t')).toEqual(press('Tab', 'Tab', 9));
  expect(keysFor('😀')).toEqual(press('😀', '', 0, 0, '😀'));
});

import { describe, expect, it } from 'vitest';
import { canBeTyped, keysymOf, parseChord } from './keysyms';

describe('parseChord', () => {
  it.each([
    ['a', [], 0x61],
    ['Control+a', [0xffe3], 0x61],
    ['Control+Shift+ArrowLeft', [0xffe3, 0xffe1], 0xff51],
    ['Control++', [0xffe3], 0x2b],
    ['+', [], 0x2b],
    ['Escape', [], 0xff1b],
    ['Alt+F4', [0xffe9], 0xffc1],
    ['F24', [], 0xffd5],
    ['Space', [], 0x20],
    ['Shift', [], 0xffe1],
    ['€', [], 0x100_20ac],
    ['😀', [], 0x101_f600],
  ])('%s', (chord, held, key) => {
    expect(parseChord(chord)).toEqual({ held, key });
  });

  it.each(['', 'Control+', 'a+b', 'Hyper+a', 'F25', 'constructor', 'toString+a', 'ab', '\u0007'])(
    'knows no key %j',
    (chord) => {
      expect(parseChord(chord)).toBeNull();
    },
  );
});

it('takes Latin-1 as it is, and the rest of Unicode above a bound', () => {
  expect(['a', 'ü', '€', '漢', '\n', '\t'].map(keysymOf)).toEqual([
    0x61, 0xfc, 0x100_20ac, 0x100_6f22, 0xff0d, 0xff09,
  ]);
});

it.each([
  ['line\n\tnext', true],
  ['👩‍🚀', true],
  ['', true],
  ['\u0000', false],
  ['\u001b[A', false],
  ['\ud83d', false],
])('%j can be typed: %s', (text, expected) => {
  expect(canBeTyped(text)).toBe(expected);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChord } from './chord';
import { clicking, pressing, typing } from './events';

const told = (text: string) => {
  const chord = parseChord(text);
  return chord === null
    ? null
    : { flags: chord.modifiers.map(({ flag }) => flag), code: chord.code, types: chord.character };
};

test.each([
  ['a', [], 0x00, 'a'],
  ['A', [0x20000], 0x00, 'A'],
  ['Shift+a', [0x20000], 0x00, 'A'],
  ['Shift+1', [0x20000], 0x12, '!'],
  ['!', [0x20000], 0x12, '!'],
  ['Meta+a', [0x100000], 0x00, 'a'],
  ['Meta+Shift+z', [0x100000, 0x20000], 0x06, 'Z'],
  ['Control+Alt+Delete', [0x40000, 0x80000], 0x75, null],
  ['Enter', [], 0x24, null],
  ['Shift+Tab', [0x20000], 0x30, null],
  ['Space', [], 0x31, ' '],
  ['+', [0x20000], 0x18, '+'],
  ['Meta++', [0x100000, 0x20000], 0x18, '+'],
  ['Meta+-', [0x100000], 0x1b, '-'],
])('%s', (text, flags, code, types) => {
  expect(told(text)).toEqual({ flags, code, types });
});

test.each(['', 'Meta', 'Meta+', 'a+Meta', 'Meta+Meta+a', 'Hyper+a', 'ab', 'é', 'Return', 'Meta+ a'])(
  '"%s" is no chord',
  (text) => {
    expect(told(text)).toBeNull();
  },
);

const chords = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('Meta', 'Shift', 'Alt', 'Control')),
    fc.constantFrom('a', 'Z', '7', '?', 'Enter', 'ArrowLeft', 'F5', ' '),
  )
  .map(([modifiers, key]) => [...modifiers, key].join('+'));

test('whatever chord is pressed, every key that goes down comes up, and no flag is left', () => {
  fc.assert(
    fc.property(chords, (text) => {
      const chord = parseChord(text);
      if (chord === null) throw new Error(`${text} is a chord`);
      const held: number[] = [];
      const came: number[] = [];
      for (const event of pressing(chord)) {
        if (event.kind !== 'key') throw new Error('a chord is keys');
        if (event.down) held.push(event.code);
        else if (held.pop() === event.code) came.push(event.code);
      }
      expect(held).toEqual([]);
      expect(came).toHaveLength(pressing(chord).length / 2);
      expect(pressing(chord).at(-1)).toMatchObject({ flags: 0, down: false });
    }),
  );
});

test('typed text goes down and up, with no modifier whatever is held', () => {
  expect(typing('hi\n').flat()).toEqual([
    { kind: 'key', code: 0, down: true, flags: 0, text: 'hi' },
    { kind: 'key', code: 0, down: false, flags: 0, text: 'hi' },
    { kind: 'key', code: 0x24, down: true, flags: 0, text: null },
    { kind: 'key', code: 0x24, down: false, flags: 0, text: null },
  ]);
});

test('a double click counts its clicks', () => {
  const clicks = clicking({ x: 5, y: 6 }, 'left', 2);
  expect(
    clicks.flat().map((event) => (event.kind === 'mouse' ? [event.type, event.clickState] : [])),
  ).toEqual([
    [5, 0],
    [1, 1],
    [2, 1],
    [1, 2],
    [2, 2],
  ]);
});

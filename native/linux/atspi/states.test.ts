import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asStates, hasState, type StateWord, statesOf, stateWords } from './states';

test('bits are those of AtspiStateType', () => {
  expect(stateWords([1126170880, 0])).toEqual(['enabled', 'resizable', 'sensitive', 'showing', 'visible']);
  expect(stateWords([2 ** 31, 1])).toEqual(['manages_descendants', 'indeterminate']);
  expect(statesOf('defunct')).toEqual([2 ** 6, 0]);
  expect(statesOf('read_only')).toEqual([0, 2 ** 11]);
});

const all = stateWords([2 ** 32 - 1, 2 ** 32 - 1]);

test('words and bits say the same', () => {
  fc.assert(
    fc.property(fc.subarray([...all]), (words: StateWord[]) => {
      const states = asStates(statesOf(...words));
      expect(stateWords(states)).toEqual(words);
      for (const word of all) expect(hasState(states, word)).toBe(words.includes(word));
    }),
  );
});

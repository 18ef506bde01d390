import { expect, test } from 'vitest';
import { accessibilityState } from './permissions';

test.each([
  // What the system says is stale in both directions: an answer of another program is not.
  [true, 'answered', 'working'],
  [false, 'answered', 'working'],
  [true, 'not_permitted', 'failing'],
  [false, 'not_permitted', 'failing'],
  // A program that hangs or has ended proves nothing.
  [true, 'no_answer', 'unknown'],
  [true, 'gone', 'unknown'],
  [false, 'no_answer', 'failing'],
  [true, null, 'unknown'],
  [false, null, 'failing'],
] as const)('trusted %s and a probe that %s: %s', (trusted, probed, expected) => {
  expect(accessibilityState(trusted, probed)).toBe(expected);
});

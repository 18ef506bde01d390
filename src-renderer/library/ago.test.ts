import { expect, it } from 'vitest';
import { ago } from './ago';

const now = 1_700_000_000_000;
const minute = 60_000;
const day = 24 * 60 * minute;

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [-5_000, 'just now'],
  [5 * minute, '5 min ago'],
  [61 * minute, '1 h ago'],
  [day, 'yesterday'],
  [3 * day, '3 days ago'],
  [31 * day, '1 month ago'],
  [800 * day, '2 years ago'],
] as const)('%d ms before is said as %s', (before, said) => {
  expect(ago(now - before, now)).toBe(said);
});

import { expect, it } from 'vitest';
import { countText, durationText } from './duration';

it('writes how long in the unit that reads best', () => {
  const written = [0, 0.42, 9.96, 312.4, 999.6, 2413, 12_340, 59_996, 185_000, 8_040_000].map(durationText);
  expect(written).toEqual([
    '0.0 ms',
    '0.4 ms',
    '10 ms',
    '312 ms',
    '1.00 s',
    '2.41 s',
    '12.3 s',
    '1 min 00 s',
    '3 min 05 s',
    '2 h 14 min',
  ]);
});

it('counts with the right word', () => {
  expect([countText(1, 'call'), countText(12_480, 'call')]).toEqual(['1 call', '12,480 calls']);
});

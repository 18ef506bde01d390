import { describe, expect, it } from 'vitest';
import { counted, dollars, duration, exactly } from './units';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [0.42, '0.4 ms'],
    [9.96, '10 ms'],
    [312.4, '312 ms'],
    [999.6, '1.00 s'],
    [4213, '4.21 s'],
    [9996, '10.0 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min 00 s'],
    [125_000, '2 min 05 s'],
    [3_600_000, '1 h 00 min'],
    [5_430_000, '1 h 30 min'],
  ])('of %d ms reads %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it('is exact on request', () => {
    expect(exactly(4213.71)).toBe('4,213.71 ms');
  });
});

it('says one or many', () => {
  expect([counted(1, 'call'), counted(12_400, 'character'), counted(2, 'entry', 'entries')]).toEqual([
    '1 call',
    '12,400 characters',
    '2 entries',
  ]);
});

it('keeps the figures of small sums', () => {
  expect([0, 0.00421, 1.25].map(dollars)).toEqual(['$0.00', '$0.0042', '$1.25']);
});

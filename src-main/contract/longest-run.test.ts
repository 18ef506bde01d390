import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRun } from './longest-run';

describe('the longest run', () => {
  it('rises, and no subset that rises is larger', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 11 }), (values) => {
        const chosen = [...longestRun(values)].sort((a, b) => a - b).map((at) => values[at]!);
        expect(rises(chosen)).toBe(true);
        for (let mask = 0; mask < 2 ** values.length; mask += 1) {
          const subset = values.filter((_, at) => (mask >> at) % 2 === 1);
          expect(subset.length <= chosen.length || !rises(subset)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of nothing is nothing', () => {
    expect(longestRun([]).size).toBe(0);
  });
});

function rises(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || values[at - 1]! < value);
}

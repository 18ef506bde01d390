import { expect, it } from 'vitest';
import { interleaved, shuffled } from './interleave';
import { seededRandom } from './random';

it('lets each contender have its turn in every round, in changing order, and forgets the first round', async () => {
  const order: string[] = [];
  const contender = (name: string) => ({ name, once: async () => order.push(name) });
  const given = await interleaved(['a', 'b', 'c'].map(contender), 20, seededRandom(1));
  expect([...given].map(([name, took]) => [name, took.length])).toEqual([
    ['a', 20],
    ['b', 20],
    ['c', 20],
  ]);
  const rounds = Array.from({ length: 21 }, (_, round) => order.slice(round * 3, round * 3 + 3).join(''));
  for (const round of rounds) expect(round.split('').toSorted().join('')).toBe('abc');
  expect(new Set(rounds).size).toBe(6);
  expect(Math.min(...(given.get('a') ?? []))).toBeGreaterThan(3);
});

it('loses and doubles nothing', () => {
  const random = seededRandom(3);
  expect(shuffled([1, 2, 3, 4, 5], random).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(shuffled([], random)).toEqual([]);
});

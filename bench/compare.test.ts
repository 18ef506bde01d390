import { describe, expect, it } from 'vitest';
import { compare, milliseconds, ratio } from './compare';

describe('compare', () => {
  it('runs everyone once a round, in orders that differ, and times the rounds that count', async () => {
    const ran: string[] = [];
    const contenders = ['a', 'b', 'c'].map((name) => ({ name, run: () => ran.push(name) }));
    const timings = await compare(contenders, { rounds: 15, warmUp: 2 });
    expect(timings.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(timings.every(({ median, p90 }) => median >= 0 && p90 >= median)).toBe(true);
    const orders = Array.from({ length: 17 }, (_, round) => ran.slice(round * 3, round * 3 + 3));
    expect(orders.map((order) => [...order].sort().join(''))).toEqual(Array(17).fill('abc'));
    expect(new Set(orders.map((order) => order.join(''))).size).toBeGreaterThan(2);
  });

  it('refuses to say anything after a few rounds', async () => {
    await expect(compare([], { rounds: 5, warmUp: 0 })).rejects.toThrow('fewer than 15 rounds');
  });
});

it('figures keep three digits', () => {
  expect([milliseconds(1.234), milliseconds(12.34), milliseconds(1234)]).toEqual([
    '1.23 ms',
    '12.3 ms',
    '1,234 ms',
  ]);
  expect([ratio(3, 2), ratio(100, 2)]).toEqual(['1.5x', '50x']);
});

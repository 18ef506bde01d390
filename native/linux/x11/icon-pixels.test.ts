import { expect, test } from 'vitest';
import { bestOf, shrunk } from './icon-pixels';

const square = (side: number) => ({ width: side, height: side });

test.each([
  [[16, 48, 32, 128], 32],
  [[16, 24], 24],
  [[256, 64], 64],
  [[], null],
])('of %j the best is %j', (sides, best) => {
  expect(bestOf(sides.map(square))?.width ?? null).toBe(best);
});

const argb = (alpha: number, red: number, green: number, blue: number) =>
  ((alpha << 24) | (red << 16) | (green << 8) | blue) >>> 0;

test('one of the wanted size is what it was, as red, green, blue and alpha', () => {
  const words = Array.from({ length: 32 * 32 }, (_, n) => argb(n % 256, 1, 2, 3));
  const { width, height, rgba } = shrunk(square(32), words);
  expect([width, height, rgba.length]).toEqual([32, 32, 4096]);
  expect([...rgba.subarray(40, 44)]).toEqual([1, 2, 3, 10]);
});

test('one that is twice as large is made smaller, and what cannot be seen lends no colour', () => {
  const words = Array.from({ length: 64 * 64 }, (_, n) =>
    n % 2 === 0 ? argb(255, 200, 100, 0) : argb(0, 0, 0, 255),
  );
  const { width, height, rgba } = shrunk(square(64), words);
  expect([width, height]).toEqual([32, 32]);
  expect([...rgba.subarray(0, 4)]).toEqual([200, 100, 0, 128]);
});

test('what is no square keeps its shape', () => {
  const { width, height } = shrunk({ width: 128, height: 64 }, []);
  expect([width, height]).toEqual([64, 32]);
});

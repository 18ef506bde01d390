import { expect, it } from 'vitest';
import { liveClock } from './live-clock';

it('goes on between events, and starts anew from each', () => {
  let wall = 1000;
  const clock = liveClock(() => wall);
  expect(clock.now(50)).toBe(50);
  wall += 30;
  expect(clock.now(50)).toBe(80);
  expect(clock.now(70)).toBe(70);
  wall += 5;
  expect(clock.now(70)).toBe(75);
});

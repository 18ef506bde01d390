import { expect, it } from 'vitest';
import { toggledMark } from './marks';

it('sets marks with the first free name, in the order of time, and clears the one that stands there', () => {
  const one = toggledMark([], 500, 10);
  const two = toggledMark(one, 100, 10);
  expect(two).toEqual([
    { name: 'B', time: 100 },
    { name: 'A', time: 500 },
  ]);
  expect(toggledMark(two, 505, 10)).toEqual([{ name: 'B', time: 100 }]);
  expect(toggledMark(toggledMark(two, 505, 10), 900, 10)[1]).toEqual({ name: 'A', time: 900 });
});

it('never runs out of names', () => {
  let marks = toggledMark([], 0, 1);
  for (let at = 1; at < 60; at += 1) marks = toggledMark(marks, at * 100, 1);
  expect(new Set(marks.map(({ name }) => name)).size).toBe(60);
});

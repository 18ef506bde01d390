import { expect, it } from 'vitest';
import { claimed, commandFor, shownKey, timelineKeys } from './keymap';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

it('gives each key one command, and says of each what it does', () => {
  const keys = timelineKeys.flatMap((binding) => binding.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(timelineKeys.filter(({ says }) => says === '')).toEqual([]);
});

it('knows letters in either case, and leaves chords to others', () => {
  expect(commandFor({ ...plain, key: 'w' })).toBe('zoom-in');
  expect(commandFor({ ...plain, key: 'W' })).toBe('zoom-in');
  expect(commandFor({ ...plain, key: 'w', ctrlKey: true })).toBeNull();
  expect(commandFor({ ...plain, key: 'd', metaKey: true })).toBeNull();
  expect(commandFor({ ...plain, key: 'q' })).toBeNull();
});

it('shows keys as they stand on a keyboard', () => {
  expect(['w', 'ArrowLeft', ' ', 'Escape', '.'].map(shownKey)).toEqual(['W', 'Left', 'Space', 'Esc', '.']);
});

/** An element that lies in something that matches one of some selectors. */
const within = (...selectors: readonly string[]) => ({
  closest: (asked: string) => (selectors.some((each) => asked.includes(each)) ? ({} as Element) : null),
});

it('leaves keys to who types, and arrows to who has arrows', () => {
  expect(claimed('w', null)).toBe(false);
  expect(claimed('w', within('input'))).toBe(true);
  expect(claimed('w', within('[role="menu"]'))).toBe(true);
  expect(claimed('w', within('[role="slider"]'))).toBe(false);
  expect(claimed('ArrowLeft', within('[role="slider"]'))).toBe(true);
  expect(claimed(' ', within('button'))).toBe(true);
  expect(claimed('w', within('button'))).toBe(false);
  expect(claimed('ArrowDown', within('[data-timeline]', '[role="tree"]'))).toBe(false);
});

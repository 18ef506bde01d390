import { expect, test } from 'vitest';
import type { X11Window } from '../../../native/linux/x11';
import { box } from './raw.fixture';
import { matchWindows, originOf } from './windows';

const shadow = 20;

/** With a shadow of its own, and a frame that the window manager draws. */
function shown(id: number, title: string, x: number, y: number, width: number, height: number): X11Window {
  return {
    id,
    pid: 1,
    title,
    managed: true,
    shown: true,
    active: false,
    modal: false,
    bounds: box(x - shadow, y - shadow, width + 2 * shadow, height + 2 * shadow),
    content: box(x, y, width, height),
    frame: box(x - 1, y - 20, width + 2, height + 25),
  };
}

const ids = (found: ReadonlyMap<string, X11Window>) => [...found].map(([identity, { id }]) => [identity, id]);

test('two windows of one title are told apart by their place', () => {
  const windows = [shown(1, 'Note', 0, 100, 300, 200), shown(2, 'Note', 500, 100, 300, 200)];
  const told = [
    { identity: 'b', title: 'Note', extents: box(499, 80, 302, 225) },
    { identity: 'a', title: 'Note', extents: box(0, 100, 300, 200) },
  ];
  expect(ids(matchWindows(told, windows, false))).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});

test('a program that does not know where its windows are is matched by title and size', () => {
  const windows = [shown(1, 'Main', 0, 100, 300, 200), shown(2, 'Sure?', 50, 150, 240, 100)];
  const told = [{ identity: 'sure', title: 'Sure?', extents: box(0, 0, 240, 100) }];
  expect(ids(matchWindows(told, windows, true))).toEqual([['sure', 2]]);
});

test('a window that nobody else knows of is none', () => {
  const told = [{ identity: 'a', title: 'Other', extents: box(0, 0, 10, 10) }];
  expect(ids(matchWindows(told, [shown(1, 'Main', 0, 0, 300, 200)], false))).toEqual([]);
});

test('a window counts from where it is as large as it says, but for a border on all sides', () => {
  const window = shown(1, 'Main', 100, 50, 300, 200);
  expect(originOf({ width: 300, height: 200 }, window)).toEqual({ x: 100, y: 50 });
  expect(originOf({ width: 340, height: 240 }, window)).toEqual({ x: 80, y: 30 });
  expect(originOf({ width: 290, height: 190 }, window)).toEqual({ x: 105, y: 55 });
});

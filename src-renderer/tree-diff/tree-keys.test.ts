import { diffSnapshots } from '@contract/snapshot-diff';
import { describe, expect, it } from 'vitest';
import { changeKinds, mergeTrees } from './merged-tree';
import { treeRows } from './rows';
import { branch, snapshotOf } from './tree.fixture';
import { changeFrom, siblingPlaces, treeMove } from './tree-keys';

const before = snapshotOf(
  1,
  branch('window', 'w', [
    branch('list', 'l', [branch('row', 'x'), branch('row', 'y')]),
    branch('link', 'k'),
    branch('form', 'f', [branch('textbox', 't')]),
  ]),
);
const after = snapshotOf(
  2,
  branch('window', 'w', [
    branch('list', 'l', [branch('row', 'x'), branch('row', 'y')]),
    branch('link', 'k'),
    branch('form', 'f', [branch('textbox', 't', [], { value: 'Ada' }), branch('button', 'new')]),
  ]),
);
/** w / …4 / f / ~t / +new */
const rows = treeRows(mergeTrees(before, after, diffSnapshots(before, after)), {
  kinds: new Set(changeKinds),
  filter: '',
  foldUnchanged: true,
  flipped: new Set(),
});
const press = (at: number, key: string) => treeMove(rows, at, key, 3);

describe('keys', () => {
  it('move up, down and to the ends, and stay inside', () => {
    expect(['ArrowUp', 'ArrowDown', 'PageDown', 'End', 'Home'].map((key) => press(0, key))).toEqual([
      { to: 0 },
      { to: 1 },
      { to: 3 },
      { to: 4 },
      { to: 0 },
    ]);
    expect(press(4, 'ArrowDown')).toEqual({ to: 4 });
  });

  it('open, go in, go out and close', () => {
    expect(press(1, 'ArrowRight')).toEqual({ flip: 'a1/fold' });
    expect(press(2, 'ArrowRight')).toEqual({ to: 3 });
    expect(press(3, 'ArrowRight')).toEqual({ to: 3 });
    expect(press(4, 'ArrowLeft')).toEqual({ to: 2 });
    expect(press(2, 'ArrowLeft')).toEqual({ flip: rows[2]?.key });
    expect(press(1, 'Enter')).toEqual({ flip: 'a1/fold' });
  });

  it('leave the other keys to whoever stands around', () => {
    expect(['w', 'Escape', 'Tab', '.'].map((key) => press(0, key))).toEqual([null, null, null, null]);
  });
});

it('goes from change to change', () => {
  expect(changeFrom(rows, 0, 'next')).toBe(3);
  expect(changeFrom(rows, 3, 'next')).toBe(4);
  expect(changeFrom(rows, 4, 'next')).toBeNull();
  expect(changeFrom(rows, 4, 'previous')).toBe(3);
});

it('counts siblings as they are shown', () => {
  expect(siblingPlaces(rows).map(({ at, of }) => `${at}/${of}`)).toEqual(['1/1', '1/2', '2/2', '1/2', '2/2']);
});

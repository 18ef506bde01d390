import { diffSnapshots } from '@contract/snapshot-diff';
import { describe, expect, it } from 'vitest';
import { type ChangeKind, changeKinds, mergeTrees } from './merged-tree';
import { type RowOptions, treeRows } from './rows';
import { type Branch, branch, snapshotOf } from './tree.fixture';

const everything: RowOptions = {
  kinds: new Set(changeKinds),
  filter: '',
  foldUnchanged: true,
  flipped: new Set(),
};
const glyphs: Record<ChangeKind, string> = { added: '+', removed: '-', changed: '~', moved: '>' };

function rows(before: Branch, after: Branch, options: Partial<RowOptions> = {}) {
  const [old, now] = [snapshotOf(1, before), snapshotOf(2, after)];
  return treeRows(mergeTrees(old, now, diffSnapshots(old, now)), { ...everything, ...options });
}

/** A line a row: two blanks a level, glyphs, identity; `(n)` changes inside a closed one. */
function lines(...args: Parameters<typeof rows>): string[] {
  return rows(...args).map((row) => {
    const indent = '  '.repeat(row.level - 1);
    if (row.kind === 'fold') return `${indent}…${row.count}${row.open ? ' open' : ''}`;
    if (row.kind === 'hole') return `${indent}not read: ${row.hole}, ${row.unread} before`;
    const marks = row.item.kinds.map((kind) => glyphs[kind]).join('');
    const closed = row.open === false ? ` closed${row.hidden > 0 ? ` (${row.hidden})` : ''}` : '';
    return `${indent}${marks}${row.item.node.identity}${closed}`;
  });
}

const leaf = (identity: string) => branch('button', identity);
const field = (value: string) => branch('textbox', 'name', [], { value });

describe('what is gone', () => {
  it('stands after the sibling that it stood after, first where there was none', () => {
    const before = branch('window', 'w', ['a', 'b', 'c', 'd', 'e'].map(leaf));
    const after = branch('window', 'w', ['b', 'new', 'd'].map(leaf));
    expect(lines(before, after)).toEqual(['w', '  -a', '  b', '  -c', '  +new', '  d', '  -e']);
  });

  it('keeps its own order and its whole inside', () => {
    const dialog = branch('dialog', 'dialog', [leaf('ok'), branch('group', 'g', [leaf('cancel')])]);
    const before = branch('window', 'w', [leaf('a'), dialog, leaf('z')]);
    expect(lines(before, branch('window', 'w', [leaf('a')]))).toEqual([
      'w',
      '  a',
      '  -dialog',
      '    -ok',
      '    -g',
      '      -cancel',
      '  -z',
    ]);
  });

  it('goes along with a parent that moved', () => {
    const before = branch('window', 'w', [
      branch('form', 'f', [branch('list', 'l', ['x', 'y'].map(leaf))]),
      leaf('a'),
    ]);
    const after = branch('window', 'w', [branch('form', 'f'), leaf('a'), branch('list', 'l', [leaf('y')])]);
    expect(lines(before, after)).toEqual(['w', '  …2', '  >l', '    -x', '    y']);
  });

  it('does not swallow what moved out of it', () => {
    const before = branch('window', 'w', [branch('group', 'g', [leaf('kept'), leaf('lost')])]);
    const after = branch('window', 'w', [leaf('kept')]);
    expect(lines(before, after)).toEqual(['w', '  -g', '    -lost', '  >kept']);
  });
});

describe('what moved', () => {
  it('stands where it is now, once, with its change', () => {
    const before = branch('window', 'w', [branch('group', 'g', [field('')]), leaf('a')]);
    const after = branch('window', 'w', [branch('group', 'g'), leaf('a'), field('Ada')]);
    expect(lines(before, after)).toEqual(['w', '  …2', '  ~>name']);
  });

  it('is the fewest siblings that explain a new order', () => {
    const order = (all: string) => branch('window', 'w', all.split('').map(leaf));
    expect(lines(order('abcde'), order('eabcd'))).toEqual(['w', '  >e', '  …4']);
  });
});

describe('folding', () => {
  const list = (names: string) => branch('list', 'l', names.split('').map(leaf));
  const page = (value: string) => branch('window', 'w', [list('abcdef'), field(value), leaf('x'), leaf('y')]);

  it('counts every level of neighbours in which nothing changed', () => {
    expect(lines(page(''), page('Ada'))).toEqual(['w', '  …7', '  ~name', '  …2']);
  });

  it('opens to closed branches, and those to what is in them', () => {
    const fold = rows(page(''), page('Ada'))[1]?.key ?? '';
    expect(lines(page(''), page('Ada'), { flipped: new Set([fold]) })).toEqual([
      'w',
      '  …7 open',
      '  l closed',
      '  ~name',
      '  …2',
    ]);
    const open = lines(page(''), page('Ada'), { flipped: new Set([fold, 'a1']) });
    expect(open.slice(2, 5)).toEqual(['  l', '    a', '    b']);
  });

  it('leaves a changed branch closed where only it changed, and says what a closed one hides', () => {
    const group = (value: string, name: string) =>
      branch('window', 'w', [branch('group', 'g', [leaf('a'), field(value)], { name })]);
    expect(lines(group('', 'old'), group('', 'new'))).toEqual(['w', '  ~g closed']);
    expect(lines(group('', 'old'), group('Ada', 'old'), { flipped: new Set(['a1']) })).toEqual([
      'w',
      '  g closed (1)',
    ]);
  });

  it('does not fold a tree in which nothing changed, but opens only its top', () => {
    const deep = branch('window', 'w', [branch('a', 'a', [branch('b', 'b', [branch('c', 'c')])]), leaf('z')]);
    expect(lines(deep, deep)).toEqual(['w', '  a', '    b closed', '  z']);
  });
});

describe('kinds', () => {
  const before = branch('window', 'w', [leaf('gone'), field(''), leaf('a'), leaf('b')]);
  const after = branch('window', 'w', [field('Ada'), leaf('a'), leaf('b'), leaf('new')]);
  const only = (...kinds: ChangeKind[]) => lines(before, after, { kinds: new Set(kinds) });

  it('leave out what is gone, and fold what else is not asked for', () => {
    expect(only('added')).toEqual(['w', '  …3', '  +new']);
    expect(only('changed')).toEqual(['w', '  ~name', '  …3']);
    expect(only('removed')).toEqual(['w', '  -gone', '  …4']);
  });

  it('show the tree of now where none is asked for', () => {
    expect(only()).toEqual(['w', '  ~name', '  a', '  b', '  +new']);
  });
});

describe('a filter', () => {
  const before = branch('window', 'w', [
    branch('list', 'l', [leaf('apple'), leaf('pear')]),
    field('Lovelace'),
  ]);
  const after = branch('window', 'w', [branch('list', 'l', [leaf('pear')]), field('Ada')]);

  it('shows what has the words, and the way to it, also where it is gone', () => {
    expect(lines(before, after, { filter: 'APPLE' })).toEqual(['w', '  l', '    -apple']);
  });

  it('knows roles and the values of before and now', () => {
    expect(lines(before, after, { filter: 'textbox' })).toEqual(['w', '  ~name']);
    expect(lines(before, after, { filter: 'lovelace' })).toEqual(['w', '  ~name']);
  });

  it('keeps the root where nothing has the words', () => {
    expect(lines(before, after, { filter: 'zebra' })).toEqual(['w']);
  });
});

describe('a hole', () => {
  const full = branch('window', 'w', [
    branch('list', 'l', [leaf('a'), branch('row', 'r', [leaf('b')])]),
    field(''),
  ]);
  const cut = branch('window', 'w', [branch('list', 'l', [], { hole: 'child_budget' }), field('Ada')]);

  it('is a row that says why, and how many were known there; none of them counts as gone', () => {
    expect(lines(full, cut, { foldUnchanged: false })).toEqual([
      'w',
      '  l',
      '    not read: child_budget, 3 before',
      '  ~name',
    ]);
  });
});

describe('places', () => {
  it('name the parent row, also inside a fold', () => {
    const before = branch('window', 'w', [leaf('a'), leaf('b'), branch('form', 'f', [field('')])]);
    const after = branch('window', 'w', [leaf('a'), leaf('b'), branch('form', 'f', [field('Ada')])]);
    const all = rows(before, after, { flipped: new Set(['a1/fold']) });
    expect(all.map((row) => [row.level, row.parent])).toEqual([
      [1, -1],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [3, 4],
    ]);
    expect(new Set(all.map((row) => row.key)).size).toBe(all.length);
  });

  it('are found for 10,000 nodes in a moment', () => {
    const many = (value: string) =>
      branch('window', 'w', [
        branch(
          'list',
          'l',
          Array.from({ length: 10_000 }, (_, at) => leaf(`r${at}`)),
        ),
        field(value),
      ]);
    const begun = performance.now();
    expect(lines(many(''), many('Ada'))).toEqual(['w', '  …10001', '  ~name']);
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});

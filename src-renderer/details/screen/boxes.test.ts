import { describe, expect, it } from 'vitest';
import { branch, snapshotOf } from '../../tree-diff/tree.fixture';
import { snapshots } from '../support-run.fixture';
import { changeBoxes, nodeAtPoint } from './boxes';

const [, before, filled, dialog] = snapshots as [never, ...typeof snapshots];

function kinds(...args: Parameters<typeof changeBoxes>): string[] {
  return changeBoxes(...args).map((box) => `${box.kind} ${box.words}`);
}

describe('boxes', () => {
  it('show on the later picture what has come, only its outermost element', () => {
    expect(kinds(filled!, dialog!, dialog!)).toEqual(['added dialog "Create this ticket?"']);
  });

  it('show on the earlier picture what was about to go or change', () => {
    expect(kinds(before!, filled!, before!)).toEqual([
      'changed textbox "Customer name"',
      'removed status "Draft saved"',
    ]);
    expect(kinds(before!, filled!, filled!)).toEqual(['changed textbox "Customer name"']);
  });

  it('are none for one snapshot twice', () => {
    expect(changeBoxes(filled!, filled!, filled!)).toEqual([]);
  });
});

describe('the element at a point', () => {
  const at = (x: number, y: number) => dialog!.nodes[nodeAtPoint(dialog!, { x, y }) ?? -1]?.identity ?? null;

  it('is the smallest whose bounds hold it', () => {
    expect([at(490, 300), at(310, 210), at(895, 595), at(5000, 5)]).toEqual([
      'confirm',
      'dialog',
      'window',
      null,
    ]);
  });

  it('is the later of two that lie on each other, and never one that is off the screen', () => {
    const same = { bounds: { x: 0, y: 0, width: 10, height: 10 } };
    const pile = snapshotOf(
      1,
      branch('window', 'w', [
        branch('group', 'outer', [branch('button', 'inner', [], same)], same),
        branch('button', 'away', [], { bounds: { x: 0, y: 0, width: 5, height: 5 }, states: ['offscreen'] }),
      ]),
    );
    expect(pile.nodes[nodeAtPoint(pile, { x: 2, y: 2 }) ?? -1]?.identity).toBe('inner');
  });
});

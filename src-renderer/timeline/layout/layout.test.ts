import { firstActor } from '@contract/ids';
import { reduce } from '@contract/reduce';
import { describe, expect, it } from 'vitest';
import { emptyLayout, heightOf, layoutOf, turnIndexAt } from './layout';
import { groupHeight } from './metrics';
import { modelOf, read, runOf, skipped, type ToldCall, write } from './trace.fixture';

function placedIn(...calls: readonly ToldCall[]) {
  const turn = layoutOf(modelOf(runOf(calls)), emptyLayout).turns[0]!;
  return turn.lanes.all.map(({ shape, lane, parallel, start, end }) => [shape, lane, parallel, start, end]);
}

describe('the lanes of a turn', () => {
  it('stack reads that overlap', () => {
    expect(placedIn(read, { ...read, ended: 300 }, { ...read, started: 250, ended: 280 })).toEqual([
      ['ran', 0, true, 100, 200],
      ['ran', 1, true, 100, 300],
      ['ran', 0, true, 250, 280],
    ]);
  });

  it('keep ordered writes in one lane', () => {
    const second = { ...write, started: 200, ended: 260, waitsFor: [0] };
    const third = { ...write, started: 260, ended: 300, waitsFor: [1] };
    expect(placedIn(write, second, third)).toEqual([
      ['ran', 0, false, 100, 200],
      ['ran', 0, false, 200, 260],
      ['ran', 0, false, 260, 300],
    ]);
  });

  it('put what never ran at the moment that decided it, each in a lane of its own', () => {
    expect(
      placedIn({ ...write, ended: 150, outcome: 'failed' }, { ...read, ended: 400 }, skipped, skipped),
    ).toEqual([
      ['ran', 0, true, 100, 150],
      ['ran', 1, true, 100, 400],
      ['never', 0, false, 150, 150],
      ['never', 2, false, 150, 150],
    ]);
  });

  it('leave what still runs open, and what waits in the lane of the call it waits for', () => {
    const open = { ...write, ended: null };
    expect(placedIn(read, open, { ...write, started: null, ended: null, waitsFor: [1] })).toEqual([
      ['ran', 0, true, 100, 200],
      ['ran', 1, true, 100, Number.POSITIVE_INFINITY],
      ['waiting', 1, false, 100, Number.POSITIVE_INFINITY],
    ]);
  });
});

describe('a layout that grows', () => {
  const events = runOf([read, read], [write], [skipped, read], [read, read, read], []);

  it('is the same as one made at once, event by event', () => {
    let grown = emptyLayout;
    for (let at = 1; at <= events.length; at += 1) {
      const model = modelOf(events.slice(0, at));
      grown = layoutOf(model, grown);
      expect(grown).toEqual(layoutOf(model, emptyLayout));
    }
  });

  it('keeps the turns that did not change', () => {
    const model = modelOf(events);
    const before = layoutOf(model, emptyLayout);
    const last = events.at(-1)!;
    const after = layoutOf(
      reduce(model, { ...last, seq: last.seq + 1, type: 'turn-started', turn: 6, actor: firstActor }),
      before,
    );
    expect(after.turns).toHaveLength(6);
    before.turns.forEach((turn, at) => expect(after.turns[at]).toBe(turn));
  });

  it('finds the turn at each height', () => {
    const layout = layoutOf(modelOf(events), emptyLayout);
    expect(layout.turns.map((turn) => turn.height)).toEqual([2, 1, 2, 3, 0].map(groupHeight));
    layout.turns.forEach((turn, at) => {
      expect(turnIndexAt(layout, layout.tops[at]!)).toBe(at);
      expect(turnIndexAt(layout, layout.tops[at]! + turn.height - 1)).toBe(at);
    });
    expect(turnIndexAt(layout, heightOf(layout))).toBe(5);
  });
});

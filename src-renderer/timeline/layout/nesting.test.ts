import { actorId, firstActor } from '@contract/ids';
import { legalRun } from '@contract/legal-run.arbitrary';
import { reduce } from '@contract/reduce';
import { emptyModel } from '@contract/trace-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene } from './build-scene';
import { hitTest } from './hit-test';
import { emptyLayout, heightOf, layoutOf } from './layout';
import { bodyTop, gutterText, indent } from './metrics';
import { nestedRun } from './nested-run.fixture';
import { summaryOf } from './summary';
import { modelOf } from './trace.fixture';
import { firstViewport } from './viewport';

const model = modelOf(nestedRun);
const [, reader, helper, after] = [1, 2, 3, 4].map((number) => actorId(number));
const open = layoutOf(model, emptyLayout);
const viewport = { ...firstViewport, width: 1000, height: 2000 };

describe('turns under turns', () => {
  it('lie as deep as the calls under which their actors work, and whoever comes after another as deep as that one', () => {
    const told = open.turns.map(({ nesting }) => [nesting.actor, nesting.depth, nesting.head]);
    expect(told).toEqual([
      [firstActor, 0, null],
      [reader, 1, { name: 'reader', comes: 'under' }],
      [helper, 2, { name: 'helper', comes: 'under' }],
      [reader, 1, null],
      [after, 0, { name: 'checker', comes: 'after' }],
    ]);
  });

  it('are put into one line where their actor is folded, and nothing above them moves', () => {
    const folded = layoutOf(model, open, new Set([reader!]));
    expect(folded.turns.map(({ shown }) => shown)).toEqual(['open', 'summary', 'hidden', 'hidden', 'open']);
    expect(folded.tops.slice(0, 2)).toEqual(open.tops.slice(0, 2));
    expect(heightOf(folded)).toBeLessThan(heightOf(open));
    const scene = buildScene(folded, viewport, model.now);
    expect(scene.groups.map(({ turn, folded: isFolded }) => [turn, isFolded])).toEqual([
      [1, false],
      [2, true],
      [5, false],
    ]);
    const bar = scene.bars.find(({ of }) => of.kind === 'model' && of.turn === 2);
    expect(bar?.label?.short).toBe('3 calls in 3 turns, $0.0300');
  });

  it('keep hidden what lies under a folded actor, itself folded or not', () => {
    const folded = layoutOf(model, open, new Set([reader!, helper!]));
    expect(folded.turns.map(({ shown }) => shown)).toEqual(['open', 'summary', 'hidden', 'hidden', 'open']);
    const inner = layoutOf(model, open, new Set([helper!]));
    expect(inner.turns.map(({ shown }) => shown)).toEqual(['open', 'open', 'summary', 'open', 'open']);
  });

  it('sum up what an actor and those under it did', () => {
    expect(summaryOf(open.turns, helper!, model.now)).toMatchObject({ turns: 1, calls: 1, costUsd: 0.01 });
    expect(summaryOf(open.turns, reader!, model.now)).toMatchObject({ turns: 3, calls: 3, parallel: false });
  });

  it('fold at their arrow alone', () => {
    const scene = buildScene(open, viewport, model.now);
    const y = bodyTop + (open.tops[1] ?? 0) + 12;
    expect(hitTest(scene, gutterText + indent + 4, y)).toEqual({ kind: 'fold', actor: reader });
    expect(hitTest(scene, gutterText + indent + 60, y)).toEqual({ kind: 'gutter', turn: 2 });
    expect(hitTest(scene, gutterText + 4, bodyTop + 12)).toEqual({ kind: 'gutter', turn: 1 });
  });
});

it('whatever a legal run holds, its turns never overlap, folded or not, and grow as if made at once', () => {
  fc.assert(
    fc.property(legalRun(), fc.nat(), (events, pick) => {
      let grown = emptyLayout;
      let now = emptyModel;
      for (const event of events) {
        now = reduce(now, event);
        grown = layoutOf(now, grown);
      }
      const actors = now.actors.map(({ id }) => id);
      const folded = new Set(actors.filter((_, at) => (pick >> at) % 2 === 1));
      for (const layout of [grown, layoutOf(now, grown, folded)]) {
        expect(layout.tops).toHaveLength(layout.turns.length + 1);
        layout.turns.forEach(({ height }, at) => {
          expect((layout.tops[at + 1] ?? 0) - (layout.tops[at] ?? 0)).toBe(height);
        });
      }
      expect(grown.turns.map(({ height }) => height)).toEqual(
        layoutOf(now, emptyLayout).turns.map(({ height }) => height),
      );
    }),
    { numRuns: 60 },
  );
});

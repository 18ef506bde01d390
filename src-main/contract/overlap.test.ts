import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallId, firstActor } from './ids';
import { overlaps, turnOverlap } from './overlap';
import type { Call, Turn } from './trace-model';

function call(index: number, span: readonly [number, number | null] | null): Call {
  return {
    id: CallId.parse(`c${index}`),
    turn: 1,
    index,
    tool: 'http_get',
    input: {},
    proposedAt: 0,
    admission: null,
    progress: null,
    editedAt: null,
    approvals: [],
    startedAt: span === null ? null : span[0],
    ended:
      span === null || span[1] === null
        ? null
        : { at: span[1], outcome: 'succeeded', content: [], failure: null, delivery: null },
  };
}

function turn(...spans: ReadonlyArray<readonly [number, number | null] | null>): Turn {
  return {
    number: 1,
    actor: firstActor,
    startedAt: 0,
    model: null,
    calls: spans.map((span, index) => call(index, span)),
  };
}

describe('turnOverlap', () => {
  it('gives one after another one lane and no overlap', () => {
    const found = turnOverlap(turn([0, 10], [10, 20], [20, 30]), 30);
    expect(found).toMatchObject({ ran: 3, overlapped: 0, maxConcurrency: 1 });
    expect(found.calls.map((each) => each?.lane)).toEqual([0, 0, 0]);
  });

  it('stacks what overlaps and counts it', () => {
    const found = turnOverlap(turn([0, 10], [1, 9], [2, 30], [30, 40]), 40);
    expect(found).toMatchObject({ ran: 4, overlapped: 3, maxConcurrency: 3 });
    expect(found.calls).toEqual([
      { parallel: true, lane: 0 },
      { parallel: true, lane: 1 },
      { parallel: true, lane: 2 },
      { parallel: false, lane: 0 },
    ]);
  });

  it('leaves out what never ran, and lets a running call reach to now', () => {
    const found = turnOverlap(turn([0, null], null, [5, 6]), 50);
    expect(found.calls).toEqual([{ parallel: true, lane: 0 }, null, { parallel: true, lane: 1 }]);
  });

  it('agrees with the definition, pair by pair', () => {
    const span = fc.tuple(fc.nat(50), fc.nat(20)).map(([start, length]) => [start, start + length] as const);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const found = turnOverlap(turn(...spans), 100);
        spans.forEach(([start, end], at) => {
          const others = spans.filter((_, other) => other !== at);
          const parallel = others.some(
            ([s, e]) => e > s && end > start && overlaps({ start, end }, { start: s, end: e }),
          );
          expect(found.calls[at]?.parallel).toBe(parallel);
          const shared = spans.filter(
            ([s, e], other) =>
              other !== at &&
              found.calls[other]?.lane === found.calls[at]?.lane &&
              overlaps({ start, end }, { start: s, end: e }),
          );
          expect(shared).toEqual([]);
        });
      }),
    );
  });
});

import { reduce } from '@contract/reduce';
import type { TraceEvent } from '@contract/trace-event';
import { emptyModel } from '@contract/trace-model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longRun } from './long-run.fixture';
import { modelHistory } from './model-at';

const events: readonly TraceEvent[] = longRun(700);

function slowly(cursor: number) {
  return events.slice(0, cursor).reduce(reduce, emptyModel);
}

it('agrees with reducing from the start, wherever it jumps and however the trace grows', () => {
  const jump = fc.record({ known: fc.nat(events.length), cursor: fc.nat(events.length) });
  fc.assert(
    fc.property(fc.array(jump, { maxLength: 12 }), (jumps) => {
      const history = modelHistory();
      for (const { known, cursor } of jumps.toSorted((a, b) => a.known - b.known)) {
        expect(history.at(events.slice(0, known), cursor)).toEqual(slowly(Math.min(cursor, known)));
      }
    }),
    { numRuns: 30 },
  );
});

it('gives the same object for the same cursor', () => {
  const history = modelHistory();
  const there = history.at(events, 600);
  expect(history.at(events, 600)).toBe(there);
});

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { closingEvents } from './interrupted';
import { legalRun } from './legal-run.arbitrary';
import { traceLegality } from './legality';
import { TraceEvent } from './trace-event';
import type { TraceModel } from './trace-model';

vi.setConfig({ testTimeout: 60_000 });

/** A run that was cut off after any of its events, and how it was closed. */
function cutOff(events: readonly TraceEvent[], length: number) {
  const law = traceLegality();
  const kept = events.slice(0, length);
  for (const event of kept) expect(law.accept(event)).toBeNull();
  const before: TraceModel = law.model;
  const closing = closingEvents(before, kept.at(-1));
  for (const event of closing) expect(law.accept(event)).toBeNull();
  return { before, closing, after: law.model, last: kept.at(-1) };
}

it('makes a legal run of every beginning of one', () => {
  fc.assert(
    fc.property(legalRun(), fc.nat(), (events, at) => {
      const length = 1 + (at % (events.length - 1));
      const { before, closing, after, last } = cutOff(events, length);
      expect(after.phase).toMatchObject({ kind: 'ended', status: 'interrupted', at: before.now });
      expect(closing.map((event) => TraceEvent.parse(event).at.provenance)).toEqual(
        closing.map(() => 'inferred'),
      );
      expect(new Set(closing.map((event) => event.at.mono))).toEqual(new Set([last?.at.mono]));
      const unsure = before.turns
        .flatMap((turn) => turn.calls)
        .filter(
          (call) => call.ended === null && call.startedAt !== null && call.admission?.effect === 'write',
        );
      const told = closing.filter((event) => event.type === 'call-ended' && event.delivery === 'unknown');
      expect(new Set(told.map((event) => event.type === 'call-ended' && event.callId))).toEqual(
        new Set(unsure.map(({ id }) => id)),
      );
      expect(told).toHaveLength(unsure.length);
    }),
  );
});

it('adds nothing to a run that had ended, nor to one that never started', () => {
  fc.assert(
    fc.property(legalRun(), (events) => {
      expect(cutOff(events, events.length).closing).toEqual([]);
      expect(cutOff(events, 0).closing).toEqual([]);
    }),
  );
});

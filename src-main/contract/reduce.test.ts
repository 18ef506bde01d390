import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { legalRun } from './legal-run.arbitrary';
import { reduce } from './reduce';
import { TraceEvent } from './trace-event';
import { emptyModel, type TraceModel } from './trace-model';

vi.setConfig({ testTimeout: 60_000 });

/** So that a reducer which changed an earlier model would throw. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

function reduced(events: readonly TraceEvent[], from: TraceModel = emptyModel): TraceModel {
  return events.reduce((model, event) => frozen(reduce(model, event)), from);
}

it('comes to the same, wherever it stops on the way', () => {
  fc.assert(
    fc.property(legalRun(), fc.nat(), (events, at) => {
      const cut = at % (events.length + 1);
      const whole = reduced(events);
      expect(reduced(events.slice(cut), reduced(events.slice(0, cut)))).toEqual(whole);
      expect(whole).toMatchObject({ cursor: events.length, phase: { kind: 'ended' } });
    }),
  );
});

it('comes to the same from what was written to a file and read back', () => {
  fc.assert(
    fc.property(legalRun(), (events) => {
      const read = events.map((event) => TraceEvent.parse(JSON.parse(JSON.stringify(event))));
      expect(read).toEqual(events);
      expect(reduced(read)).toEqual(reduced(events));
    }),
  );
});

it('keeps every call, hazard, snapshot and token that the events tell of', () => {
  const count = (events: readonly TraceEvent[], type: TraceEvent['type']) =>
    events.filter((event) => event.type === type).length;
  fc.assert(
    fc.property(legalRun(), (events) => {
      const model = reduced(events);
      const calls = model.turns.flatMap((turn) => turn.calls);
      expect(calls).toHaveLength(count(events, 'call-proposed'));
      expect(calls.filter(({ startedAt }) => startedAt !== null)).toHaveLength(count(events, 'call-started'));
      expect(model.snapshots).toHaveLength(count(events, 'snapshot-taken'));
      expect(model.epoch).toBe(count(events, 'epoch-advanced'));
      const responses = events.filter((event) => event.type === 'model-responded');
      expect(model.usage.input).toBe(responses.reduce((sum, { usage }) => sum + usage.input, 0));
      expect(model.costUsd === null).toBe(responses.some(({ costUsd }) => costUsd === null));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CallId, firstActor } from './ids';
import { legalRun } from './legal-run.arbitrary';
import { traceLegality } from './legality';
import { noUsage } from './messages';
import { reduce } from './reduce';
import type { TraceBody, TraceEvent, TraceEventType } from './trace-event';
import { emptyModel } from './trace-model';

vi.setConfig({ testTimeout: 60_000 });

/** The first objection; null where the sequence is legal. */
function objection(events: readonly TraceEvent[]): string | null {
  const law = traceLegality();
  for (const event of events) {
    const said = law.accept(event);
    if (said !== null) return said;
  }
  return null;
}

function renumbered(events: readonly TraceEvent[]): TraceEvent[] {
  return events.map((event, index) => ({ ...event, seq: index + 1 }));
}

it('accepts every legal run, and carries its model along', () => {
  fc.assert(
    fc.property(legalRun(), (events) => {
      const law = traceLegality();
      for (const event of events) expect(law.accept(event)).toBeNull();
      expect(law.model).toEqual(events.reduce(reduce, emptyModel));
    }),
  );
});

it('objects to a gap, and to an event that comes twice', () => {
  fc.assert(
    fc.property(legalRun(), fc.nat(), (events, at) => {
      const place = at % (events.length - 1);
      expect(objection(events.toSpliced(place, 1))).toBe(
        `event ${place + 2} stands where ${place + 1} should`,
      );
      const event = events[place];
      if (event === undefined) throw new Error('no such place');
      expect(objection(events.toSpliced(place, 0, event))).toContain('stands where');
    }),
  );
});

/** Without these a run cannot be told; dropping one leaves a hole that the law has to see. */
const needed: ReadonlySet<TraceEventType> = new Set<TraceEventType>([
  'run-started',
  'turn-started',
  'model-requested',
  'model-responded',
  'model-failed',
  'call-proposed',
  'call-ended',
]);

it('objects to a run that is numbered well and lacks what it needs', () => {
  fc.assert(
    fc.property(legalRun(), fc.nat(), (events, at) => {
      const places = events.flatMap(({ type }, index) => (needed.has(type) ? [index] : []));
      const place = places[at % places.length] ?? 0;
      const lacking = renumbered(events.toSpliced(place, 1));
      const emptyTurn =
        events[place]?.type === 'turn-started' && !events.slice(place + 1).some((event) => 'turn' in event);
      fc.pre(!emptyTurn);
      expect(objection(lacking)).not.toBeNull();
    }),
  );
});

describe('names what is wrong', () => {
  const [started] = fc.sample(legalRun(), 1)[0] ?? [];
  if (started === undefined) throw new Error('a run has events');
  const { at } = started;

  it('where the run had not started, started twice, or was over', () => {
    expect(objection([{ type: 'turn-started', turn: 1, actor: firstActor, seq: 1, at }])).toBe(
      'turn-started before the run started',
    );
    expect(objection([started, { ...started, seq: 2 }])).toBe('the run started twice');
    const ended: TraceEvent = { type: 'run-ended', status: 'completed', failure: null, seq: 2, at };
    expect(objection([started, ended, { ...ended, seq: 3 }])).toBe('run-ended after the run ended');
  });

  it('where a call begins before one that it waits for has ended', () => {
    const [first, second] = [CallId.parse('call_a'), CallId.parse('call_b')];
    const footprint = { reads: [], writes: ['*'] };
    const queued = (callId: CallId, waitsFor: CallId[]): TraceBody => {
      return {
        type: 'call-queued',
        turn: 1,
        callId,
        effect: 'write',
        footprint,
        override: null,
        program: null,
        needs: [],
        waitsFor,
      };
    };
    const bodies: TraceBody[] = [
      { type: 'turn-started', turn: 1, actor: firstActor },
      { type: 'model-requested', turn: 1, messages: [], parallelCalls: true },
      {
        type: 'model-responded',
        turn: 1,
        content: [],
        stopReason: 'tool_use',
        usage: noUsage,
        costUsd: null,
      },
      { type: 'call-proposed', turn: 1, callId: first, index: 0, tool: 'click', input: {} },
      { type: 'call-proposed', turn: 1, callId: second, index: 1, tool: 'click', input: {} },
      queued(first, []),
      queued(second, [first]),
      { type: 'call-started', turn: 1, callId: first },
    ];
    const begins: TraceBody = { type: 'call-started', turn: 1, callId: second };
    const ends: TraceBody = {
      type: 'call-ended',
      turn: 1,
      callId: first,
      outcome: 'succeeded',
      content: [],
      failure: null,
      delivery: 'accepted',
    };
    const told = (more: readonly TraceBody[]) =>
      objection([started, ...[...bodies, ...more].map((body, index) => ({ ...body, seq: index + 2, at }))]);
    expect(told([begins])).toBe('call call_b started before call_a had ended');
    expect(told([ends, begins])).toBeNull();
  });

  it('where the run ends on an open answer', () => {
    const events: TraceEvent[] = [
      started,
      { type: 'turn-started', turn: 1, actor: firstActor, seq: 2, at },
      { type: 'model-requested', turn: 1, messages: [], parallelCalls: true, seq: 3, at },
      { type: 'run-ended', status: 'completed', failure: null, seq: 4, at },
    ];
    expect(objection(events)).toBe("the run ended while the model's answer in turn 1 was still awaited");
  });
});

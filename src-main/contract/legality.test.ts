import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { actorId, CallId, firstActor } from './ids';
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

it('is tried on runs in which agents, plans and programs work under calls, and under those calls others', () => {
  const runs = fc.sample(legalRun(), 200).map((events) => events.reduce(reduce, emptyModel));
  const hosted = runs.flatMap(({ actors, turns }) =>
    actors.filter(({ id }) => turns.some((turn) => turn.actor === id && turn.calls.length > 0)),
  );
  expect(new Set(hosted.map(({ kind }) => kind))).toEqual(new Set(['agent', 'plan', 'script']));
  const depth = runs.some(({ actors, turns }) =>
    actors.some(({ origin }) => {
      const call = origin?.kind === 'call' ? origin.call : null;
      return turns.some((turn) => turn.actor !== firstActor && turn.calls.some(({ id }) => id === call));
    }),
  );
  expect(depth).toBe(true);
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
  'actor-started',
  'actor-ended',
]);

it('objects to a run that is numbered well and lacks what it needs', () => {
  fc.assert(
    fc.property(legalRun(), fc.nat(), (events, at) => {
      const places = events.flatMap(({ type }, index) => (needed.has(type) ? [index] : []));
      const place = places[at % places.length] ?? 0;
      const lacking = renumbered(events.toSpliced(place, 1));
      const left = events[place];
      const emptyTurn =
        left?.type === 'turn-started' &&
        !events.slice(place + 1).some((event) => 'turn' in event && event.turn >= left.turn);
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

  describe('in the turn of a plan', () => {
    const [host, one, two] = [CallId.parse('host'), CallId.parse('one'), CallId.parse('two')];
    const footprint = { reads: ['x'], writes: [] };
    const queued = (turn: number, callId: CallId, needs: CallId[] = []): TraceBody => {
      const admission = { footprint, override: null, program: null, needs, waitsFor: needs };
      return { type: 'call-queued', turn, callId, effect: 'read', ...admission };
    };
    const proposed = (turn: number, callId: CallId, index: number): TraceBody => {
      return { type: 'call-proposed', turn, callId, index, tool: 'look', input: {} };
    };
    const origin = { kind: 'call', call: host } as const;
    const begun: TraceBody[] = [
      { type: 'turn-started', turn: 1, actor: firstActor },
      { type: 'model-requested', turn: 1, messages: [], parallelCalls: true },
      proposed(1, host, 0),
      queued(1, host),
      { type: 'call-started', turn: 1, callId: host },
      {
        type: 'actor-started',
        actor: actorId(2),
        kind: 'plan',
        name: 'Plan',
        task: '',
        mode: 'planned',
        origin,
      },
      { type: 'turn-started', turn: 2, actor: actorId(2) },
    ];
    const told = (...more: readonly TraceBody[]) =>
      objection([started, ...[...begun, ...more].map((body, index) => ({ ...body, seq: index + 2, at }))]);
    const ended = (outcome: 'succeeded' | 'failed'): TraceBody => {
      return {
        type: 'call-ended',
        turn: 2,
        callId: one,
        outcome,
        content: [],
        failure: null,
        delivery: null,
      };
    };
    const starts: TraceBody = { type: 'call-started', turn: 2, callId: two };

    it('a model is asked', () => {
      expect(told({ type: 'model-requested', turn: 2, messages: [], parallelCalls: true })).toBe(
        'a model was asked in turn 2, which is of a plan',
      );
    });

    it('a call needs one that does not come before it', () => {
      expect(told(proposed(2, one, 0), queued(2, one, [two]))).toBe(
        'call one waits for two, which does not come before it',
      );
      expect(told(proposed(2, one, 0), queued(2, one, [host]))).toContain('does not come before it');
    });

    it('a call starts although one that it needs did not succeed', () => {
      const both = [proposed(2, one, 0), proposed(2, two, 1), queued(2, one), queued(2, two, [one])];
      expect(told(...both, ended('failed'), starts)).toBe('call two started although one had not succeeded');
      expect(told(...both, ended('succeeded'), starts)).toBeNull();
    });
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

import { CallId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import { describe, expect, it } from 'vitest';
import { idOf, modelOf, read, runOf, write } from '../timeline/layout/trace.fixture';
import { awaitedBy } from './awaited';
import { referencesIn } from './references';

const late = { ...write, queued: 100, started: 260, ended: 300 };

/** The reasons for which the second call of a turn waited for the first. */
function reasons(change: (event: TraceEvent) => TraceEvent, first = write) {
  const events = runOf([first, { ...late, waitsFor: [0] }]).map(change);
  const [turn] = modelOf(events).turns;
  return awaitedBy(turn!.calls[1]!, turn).map(({ call, why }) => ({ of: call.id, why }));
}

const queued =
  (id: CallId, change: Partial<Extract<TraceEvent, { type: 'call-queued' }>>) =>
  (event: TraceEvent): TraceEvent =>
    event.type === 'call-queued' && event.callId === id ? { ...event, ...change } : event;

describe('what a call waited for', () => {
  it('is what it conflicts with, and on what', () => {
    expect(reasons((event) => event)).toEqual([
      {
        of: idOf(1, 0),
        why: { kind: 'conflict', conflict: { kind: 'write_after_write', resource: 'ui:practice' } },
      },
    ]);
  });

  it('may be that one of the two runs alone, or that the mode runs one after the other', () => {
    expect(reasons(queued(idOf(1, 0), { override: 'alone' }))).toMatchObject([{ why: { kind: 'alone' } }]);
    const footprint = { reads: ['net:x'], writes: [] };
    expect(reasons(queued(idOf(1, 1), { footprint }), read)).toMatchObject([{ why: { kind: 'order' } }]);
  });

  it('is first what it needs, with the parts of the results that its input uses', () => {
    const [first, second] = [CallId.parse('a1_look'), CallId.parse('a1_act')];
    const input = {
      ref: { $ref: 'look.elements.0.ref' },
      all: [{ $ref: 'look' }],
      other: { $ref: 'else.x' },
    };
    const renamed = (event: TraceEvent): TraceEvent => {
      const named = 'callId' in event && event.callId !== null;
      const own = named ? { ...event, callId: event.callId === idOf(1, 0) ? first : second } : event;
      if (own.type === 'call-proposed' && own.callId === second) return { ...own, input };
      if (own.type !== 'call-queued' || own.callId !== second) return own;
      return { ...own, needs: [first], waitsFor: [first] };
    };
    expect(reasons(renamed)).toEqual([{ of: first, why: { kind: 'needed', parts: ['elements.0.ref', ''] } }]);
  });

  it('is nothing before it was let in', () => {
    const [turn] = modelOf(runOf([write])).turns;
    expect(awaitedBy({ ...turn!.calls[0]!, admission: null }, turn)).toEqual([]);
    expect(awaitedBy(turn!.calls[0]!, undefined)).toEqual([]);
  });
});

it('finds references however deep they stand, and takes nothing else for one', () => {
  expect(referencesIn({ a: [{ b: { $ref: '3.x.0' } }, { $ref: 4 }], c: '$ref', d: null })).toEqual([
    { task: '3', path: 'x.0' },
    { task: '4', path: '' },
  ]);
  expect(referencesIn({ $ref: '' })).toEqual([]);
});

import { reduce } from '@contract/reduce';
import { emptyModel } from '@contract/trace-model';
import { describe, expect, it } from 'vitest';
import type { Selection } from '../trace/trace-store';
import { picturesAround, snapshotsAround, spanOf } from './around';
import { type Subject, subjectAt } from './subject';
import { call, cursorAfter, supportRun } from './support-run.fixture';

const modelAt = (cursor: number) => supportRun.slice(0, cursor).reduce(reduce, emptyModel);
const whole = modelAt(supportRun.length);
const none: Selection = { kind: 'none' };
const subject = (cursor: number, selection: Selection = none) =>
  subjectAt({ atCursor: modelAt(cursor), whole }, supportRun, selection);
const choose = (id: string): Selection => ({ kind: 'call', turn: 1, callId: call(id) });

function named(of: Subject): string {
  if (of.kind === 'call') return `call ${of.call.id}`;
  return of.kind === 'model' ? `model ${of.turn.number}` : of.kind;
}

/** Snapshots before and after, as `s1 s2`; `-` for none. */
function around(of: Subject, cursor = supportRun.length): string {
  const found = snapshotsAround(of, spanOf(of, supportRun, cursor), modelAt(cursor));
  return [found.before, found.after].map((each) => each?.handle.id ?? '-').join(' ');
}

describe('with nothing chosen', () => {
  it('each step is about what its latest event belongs to', () => {
    const steps = supportRun.map((event) => `${event.type}: ${named(subject(event.seq))}`);
    expect(named(subject(0))).toBe('nothing');
    expect(steps.filter((_, at) => [0, 1, 6, 9, 13, 17, 18].includes(at))).toEqual([
      'run-started: run',
      'turn-started: model 1',
      'model-responded: model 1',
      'call-proposed: call r3',
      'call-started: call r1',
      'call-ended: call r1',
      'screenshot-taken: call r2',
    ]);
    expect(steps.slice(-4)).toEqual([
      'hazard-found: call w3',
      'call-ended: call w3',
      'run-verified: run',
      'run-ended: run',
    ]);
  });

  it('a call is told as it was at that moment', () => {
    const running = subject(cursorAfter((event) => event.type === 'call-started' && event.callId === 'w1'));
    expect(running).toMatchObject({ kind: 'call', call: { startedAt: 1402, ended: null } });
  });
});

describe('what is chosen', () => {
  it('is told whole, wherever the cursor stands', () => {
    expect(subject(3, choose('w2'))).toMatchObject({
      kind: 'call',
      call: { ended: { delivery: 'accepted' } },
    });
    expect(named(subject(3, { kind: 'model', turn: 2 }))).toBe('model 2');
  });

  it('is the call that a hazard befell', () => {
    const seq = supportRun.find((event) => event.type === 'hazard-found')?.seq ?? 0;
    expect(named(subject(3, { kind: 'hazard', seq }))).toBe('call w3');
  });

  it('gives way to the step where the trace does not have it', () => {
    expect(named(subject(1, choose('elsewhere')))).toBe('run');
  });
});

describe('the snapshots around', () => {
  const of = (id: string) => around(subject(1, choose(id)));

  it('a write are the look before it acted and the look after', () => {
    expect(of('w1')).toBe('s2 s3');
    expect(of('w2')).toBe('s3 s4');
  });

  it('a snapshot are the one before it, or itself twice where it was the first', () => {
    expect(of('r1')).toBe('s1 s1');
  });

  it('a read that did not look are the same one twice: nothing is said to have changed', () => {
    expect(of('r3')).toBe('s1 s1');
  });

  it('a write that nobody looked at after are the latest before it, and the next there is', () => {
    expect(of('w3')).toBe('s4 s4');
    const unseen = supportRun
      .filter((event) => !(event.type === 'snapshot-taken' && event.callId === 'w1'))
      .map((event, at) => ({ ...event, seq: at + 1 }));
    const model = unseen.reduce(reduce, emptyModel);
    const w1 = subjectAt({ atCursor: model, whole: model }, unseen, choose('w1'));
    const found = snapshotsAround(w1, spanOf(w1, unseen, unseen.length), model);
    expect([found.before?.handle.id, found.after?.handle.id]).toEqual(['s1', 's4']);
  });

  it('a turn and a run are their first and their last', () => {
    expect(around(subject(1, { kind: 'model', turn: 2 }))).toBe('s1 s4');
    expect(around(subject(supportRun.length))).toBe('s1 s4');
  });

  it('an open call reach as far as the cursor', () => {
    const cursor = cursorAfter((event) => event.type === 'snapshot-taken' && event.cause === 'preflight');
    expect(around(subject(cursor), cursor)).toBe('s2 s2');
  });

  it('a step before the first are none', () => {
    expect(around(subject(3), 3)).toBe('- -');
  });
});

it('finds the pictures before and after a call', () => {
  const w2 = subject(1, choose('w2'));
  const found = picturesAround(spanOf(w2, supportRun, supportRun.length), whole);
  expect([found.before?.at.mono, found.after?.at.mono]).toEqual([745, 1570]);
});

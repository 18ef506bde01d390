import { describe, expect, it } from 'vitest';
import { hazardsOfStarting } from './find-hazards';
import type { Footprint } from './footprint';
import { CallId } from './ids';
import type { Call } from './trace-model';

const reads = (resource: string): Footprint => ({ reads: [resource], writes: [] });
const writes = (resource: string): Footprint => ({ reads: [], writes: [resource] });

type Progress = 'waiting' | 'running' | 'ended';

function call(index: number, footprint: Footprint, progress: Progress): Call {
  return {
    id: CallId.parse(`c${index}`),
    turn: 3,
    index,
    tool: `tool${index}`,
    input: {},
    proposedAt: 0,
    admission: { at: 0, effect: 'read', footprint, override: null, program: null, needs: [], waitsFor: [] },
    progress: null,
    editedAt: null,
    approvals: [],
    startedAt: progress === 'waiting' ? null : 1,
    ended:
      progress === 'ended'
        ? { at: 2, outcome: 'succeeded', content: [], failure: null, delivery: null }
        : null,
  };
}

function kinds(...calls: Call[]): string[] {
  const starting = calls.at(-1);
  if (starting === undefined) return [];
  return hazardsOfStarting(
    calls.toSorted((a, b) => a.index - b.index),
    starting,
  ).map((each) => each.kind);
}

describe('hazardsOfStarting', () => {
  it.each([
    [writes('file:/a'), writes('file:/a'), 'write_after_write'],
    [writes('ui:practice'), reads('ui:practice'), 'read_after_write'],
    [reads('clipboard'), writes('*'), 'write_after_read'],
  ] as const)('judges a call that starts while an earlier one runs: %j, then %j', (earlier, later, kind) => {
    expect(kinds(call(0, earlier, 'running'), call(1, later, 'waiting'))).toEqual([kind]);
  });

  it('finds none between reads, between strangers, or once the earlier one has ended', () => {
    expect(kinds(call(0, reads('clipboard'), 'running'), call(1, reads('clipboard'), 'waiting'))).toEqual([]);
    expect(kinds(call(0, writes('file:/a'), 'running'), call(1, writes('file:/b'), 'waiting'))).toEqual([]);
    expect(kinds(call(0, writes('file:/a'), 'ended'), call(1, writes('file:/a'), 'waiting'))).toEqual([]);
  });

  it('finds an order turned round, even after the later call has ended', () => {
    expect(kinds(call(1, writes('file:/a'), 'ended'), call(0, writes('file:/a'), 'waiting'))).toEqual([
      'write_after_write',
    ]);
  });

  it('names the calls in the model order and the narrower resource', () => {
    const late = call(1, reads('file:/a/b'), 'running');
    const early = call(0, writes('file:/a'), 'waiting');
    expect(hazardsOfStarting([early, late], early)).toMatchObject([
      { earlier: 'c0', later: 'c1', resource: 'file:/a/b', turn: 3 },
    ]);
  });
});

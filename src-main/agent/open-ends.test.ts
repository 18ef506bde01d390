import { expect, it } from 'vitest';
import { ApprovalId } from '../contract/approval';
import type { Failure } from '../contract/failure';
import { CallId } from '../contract/ids';
import { openEnds } from './open-ends';

const failure: Failure = { code: 'internal', sentence: 'It broke.', next: 'Report it.' };
const callId = CallId.parse('c1');
const question = (id: string) => ({
  id: ApprovalId.parse(id),
  reason: 'ask_me' as const,
  program: 'Mousepad',
  sentence: 'Press it.',
  grants: 'Every press.',
  choices: [],
});

it('withdraws what is still asked before it ends the call that asked', () => {
  const open = openEnds();
  open.note({ type: 'call-proposed', turn: 1, callId, index: 0, tool: 'click', input: {} });
  open.note({
    type: 'call-queued',
    turn: 1,
    callId,
    effect: 'write',
    footprint: { reads: [], writes: ['ui:x'] },
    override: 'ask',
    program: null,
    needs: [],
    waitsFor: [],
  });
  open.note({ type: 'call-started', turn: 1, callId });
  open.note({ type: 'approval-asked', turn: 1, callId, approval: question('q1') });
  open.note({ type: 'approval-answered', turn: 1, callId, id: ApprovalId.parse('q1'), outcome: 'once' });
  open.note({ type: 'approval-asked', turn: 1, callId, approval: question('q2') });
  expect(open.closing(failure)).toEqual([
    { type: 'approval-answered', turn: 1, callId, id: 'q2', outcome: 'withdrawn' },
    {
      type: 'call-ended',
      turn: 1,
      callId,
      outcome: 'cancelled',
      content: [],
      failure,
      delivery: 'unknown',
    },
  ]);
});

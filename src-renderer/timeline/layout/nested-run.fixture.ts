import { actorId, CallId, firstActor } from '@contract/ids';
import { noUsage } from '@contract/messages';
import type { TraceBody, TraceEvent } from '@contract/trace-event';
import { runOf } from './trace.fixture';

/** The first agent's call hosts a reader, whose call hosts a helper; somebody takes over from the first agent. */
export const nestedRun: readonly TraceEvent[] = numbered([
  ...turn(1, 1, 'outer'),
  begins(2, 'reader', 'outer'),
  ...turn(2, 2, 'inner'),
  begins(3, 'helper', 'inner'),
  ...turn(3, 3, 'innermost'),
  ends('innermost', 3),
  over(3),
  ends('inner', 2),
  ...turn(4, 2, 'last'),
  ends('last', 4),
  over(2),
  ends('outer', 1),
  over(1),
  {
    type: 'actor-started',
    actor: actorId(4),
    kind: 'agent',
    name: 'checker',
    task: 'Check it',
    mode: 'mixed',
    origin: { kind: 'after', actor: firstActor },
  },
  ...turn(5, 4, 'check'),
  ends('check', 5),
]);

function turn(number: number, actor: number, call: string): TraceBody[] {
  const callId = CallId.parse(call);
  const at = { turn: number, callId };
  return [
    { type: 'turn-started', turn: number, actor: actorId(actor) },
    { type: 'model-requested', turn: number, messages: [], parallelCalls: true },
    {
      type: 'model-responded',
      turn: number,
      content: [{ type: 'tool_call', id: callId, tool: 'delegate', input: {} }],
      stopReason: 'tool_use',
      usage: noUsage,
      costUsd: 0.01,
    },
    { type: 'call-proposed', ...at, index: 0, tool: 'delegate', input: {} },
    {
      type: 'call-queued',
      ...at,
      effect: 'read',
      footprint: { reads: [], writes: [] },
      override: null,
      program: null,
      needs: [],
      waitsFor: [],
    },
    { type: 'call-started', ...at },
  ];
}

function begins(actor: number, name: string, call: string): TraceBody {
  const origin = { kind: 'call' as const, call: CallId.parse(call) };
  return {
    type: 'actor-started',
    actor: actorId(actor),
    kind: 'agent',
    name,
    task: name,
    mode: 'mixed',
    origin,
  };
}

function over(actor: number): TraceBody {
  return { type: 'actor-ended', actor: actorId(actor), outcome: 'succeeded', answer: '', failure: null };
}

function ends(call: string, turnNumber: number): TraceBody {
  return {
    type: 'call-ended',
    turn: turnNumber,
    callId: CallId.parse(call),
    outcome: 'succeeded',
    content: [],
    failure: null,
    delivery: null,
  };
}

function numbered(bodies: readonly TraceBody[]): TraceEvent[] {
  const [started] = runOf();
  if (started === undefined) throw new Error('a run begins with its start');
  return bodies.reduce<TraceEvent[]>(
    (all, body) => {
      const at = { wall: 0, mono: all.length * 10, provenance: 'recorded' as const };
      return [...all, { ...body, seq: all.length + 1, at }];
    },
    [started],
  );
}

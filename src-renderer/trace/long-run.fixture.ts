import { CallId, firstActor, RunId } from '@contract/ids';
import { noUsage } from '@contract/messages';
import { defaultLimits } from '@contract/run-options';
import type { TraceBody, TraceEvent } from '@contract/trace-event';

/** A legal run of one read a turn, of at least `length` events, still open. One event a millisecond. */
export function longRun(length: number): TraceEvent[] {
  const bodies: TraceBody[] = [started];
  for (let turn = 1; bodies.length < length; turn += 1) bodies.push(...oneRead(turn));
  return bodies.map((body, index): TraceEvent => ({ ...body, seq: index + 1, at: stamp(index) }));
}

function stamp(mono: number): TraceEvent['at'] {
  return { wall: 1_700_000_000_000 + mono, mono, provenance: 'recorded' };
}

const started: TraceBody = {
  type: 'run-started',
  version: 1,
  runId: RunId.parse('long-run'),
  request: {
    task: 'Read a lot',
    target: { kind: 'practice' },
    model: { provider: 'scripted', demo: 'four-reads', thinkingMs: 0 },
    mode: 'mixed',
    limits: defaultLimits,
    overrides: {},
    crew: { kind: 'alone' },
    approvals: 'sensitive',
  },
  tools: [],
  system: '',
  appVersion: '0.0.0',
};

function oneRead(turn: number): TraceBody[] {
  const callId = CallId.parse(`c${turn}`);
  const footprint = { reads: ['net:localhost'], writes: [] };
  return [
    { type: 'turn-started', turn, actor: firstActor },
    { type: 'model-requested', turn, messages: [], parallelCalls: true },
    { type: 'model-responded', turn, content: [], stopReason: 'tool_use', usage: noUsage, costUsd: 0 },
    { type: 'call-proposed', turn, callId, index: 0, tool: 'http_get', input: {} },
    {
      type: 'call-queued',
      turn,
      callId,
      effect: 'read',
      footprint,
      override: null,
      program: null,
      needs: [],
      waitsFor: [],
    },
    { type: 'call-started', turn, callId },
    { type: 'call-ended', turn, callId, outcome: 'succeeded', content: [], failure: null, delivery: null },
  ];
}

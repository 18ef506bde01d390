import type { Footprint } from '@contract/footprint';
import { CallId, firstActor, RunId } from '@contract/ids';
import { noUsage } from '@contract/messages';
import { reduce } from '@contract/reduce';
import { defaultLimits } from '@contract/run-options';
import type { CallOutcome, TraceBody, TraceEvent } from '@contract/trace-event';
import { emptyModel, type TraceModel } from '@contract/trace-model';

/** What a test says of a call; times are milliseconds after the turn's start. */
export interface ToldCall {
  readonly tool: string;
  readonly queued: number;
  readonly started: number | null;
  /** null while it is open */
  readonly ended: number | null;
  readonly outcome: CallOutcome;
  readonly writes: boolean;
  readonly waitsFor: readonly number[];
}

export const read: ToldCall = {
  tool: 'http_get',
  queued: 100,
  started: 100,
  ended: 200,
  outcome: 'succeeded',
  writes: false,
  waitsFor: [],
};
export const write: ToldCall = { ...read, tool: 'click', writes: true };
export const skipped: ToldCall = { ...write, started: null, ended: 150, outcome: 'skipped' };

export function idOf(turn: number, index: number): CallId {
  return CallId.parse(`t${turn}c${index}`);
}

/** A legal run of turns that each take a second: the model answers after 90 ms, then the calls run as told. */
export function runOf(...turns: ReadonlyArray<readonly ToldCall[]>): TraceEvent[] {
  const timed = turns.flatMap((calls, index) => turnOf(index + 1, index * 1000, calls));
  return [{ at: 0, body: runStarted }, ...timed].map(
    ({ at, body }, index): TraceEvent => ({
      ...body,
      seq: index + 1,
      at: { wall: 1_700_000_000_000 + at, mono: at, provenance: 'recorded' },
    }),
  );
}

export function modelOf(events: readonly TraceEvent[]): TraceModel {
  return events.reduce(reduce, emptyModel);
}

interface Timed {
  readonly at: number;
  readonly body: TraceBody;
}

function turnOf(turn: number, from: number, calls: readonly ToldCall[]): Timed[] {
  const ran = calls.flatMap((call, index) => callOf(turn, index, from, call));
  const responded: TraceBody = {
    type: 'model-responded',
    turn,
    content: [],
    stopReason: 'tool_use',
    usage: noUsage,
    costUsd: 0,
  };
  return [
    { at: from, body: { type: 'turn-started', turn, actor: firstActor } },
    { at: from, body: { type: 'model-requested', turn, messages: [], parallelCalls: true } },
    { at: from + 40, body: { type: 'model-block-started', turn, block: 0, kind: 'text', tool: null } },
    { at: from + 90, body: responded },
    ...ran.toSorted((a, b) => a.at - b.at),
  ];
}

function callOf(turn: number, index: number, from: number, told: ToldCall): Timed[] {
  const callId = idOf(turn, index);
  const effect = told.writes ? 'write' : 'read';
  const footprint: Footprint = told.writes
    ? { reads: [], writes: ['ui:practice'] }
    : { reads: ['net:localhost'], writes: [] };
  const waitsFor = told.waitsFor.map((at) => idOf(turn, at));
  const timed: Timed[] = [
    { at: from + 90, body: { type: 'call-proposed', turn, callId, index, tool: told.tool, input: {} } },
    {
      at: from + told.queued,
      body: {
        type: 'call-queued',
        turn,
        callId,
        effect,
        footprint,
        override: null,
        program: null,
        needs: [],
        waitsFor,
      },
    },
  ];
  if (told.started !== null)
    timed.push({ at: from + told.started, body: { type: 'call-started', turn, callId } });
  if (told.ended === null) return timed;
  const ended: TraceBody = {
    type: 'call-ended',
    turn,
    callId,
    outcome: told.outcome,
    content: [],
    failure: null,
    delivery: null,
  };
  return [...timed, { at: from + told.ended, body: ended }];
}

const runStarted: TraceBody = {
  type: 'run-started',
  version: 1,
  runId: RunId.parse('told-run'),
  request: {
    task: 'Show turns',
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

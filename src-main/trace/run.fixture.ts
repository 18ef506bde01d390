import { type BlobId, CallId, firstActor, type RunId, snapshotId } from '../contract/ids';
import { noUsage } from '../contract/messages';
import { runRequest } from '../contract/run-request.fixture';
import type { TraceBody } from '../contract/trace-event';

/** How a run begins. */
export function startOf(runId: RunId, task = 'Read the tickets'): TraceBody {
  return {
    type: 'run-started',
    version: 1,
    runId,
    request: runRequest({ task }),
    tools: [{ name: 'press', summary: 'Press a button', effect: 'write', place: 'machine' }],
    system: 'You work on a desktop.',
    appVersion: '0.1.0',
  };
}

/** A turn with one write, which says something first: 11 events. */
export function turnOf(turn: number, text = ['I press ', 'the button.']): TraceBody[] {
  const callId = CallId.parse(`call-${turn}`);
  const footprint = { reads: [], writes: ['ui:practice'] };
  const input = { ref: `s${turn}:e2` };
  return [
    { type: 'turn-started', turn, actor: firstActor },
    { type: 'model-requested', turn, messages: [], parallelCalls: true },
    { type: 'model-block-started', turn, block: 0, kind: 'text', tool: null },
    ...text.map((piece): TraceBody => ({ type: 'model-text', turn, block: 0, text: piece })),
    {
      type: 'model-responded',
      turn,
      content: [{ type: 'tool_call', id: callId, tool: 'press', input }],
      stopReason: 'tool_use',
      usage: noUsage,
      costUsd: 0,
    },
    { type: 'call-proposed', turn, callId, index: 0, tool: 'press', input },
    {
      type: 'call-queued',
      turn,
      callId,
      effect: 'write',
      footprint,
      override: null,
      program: null,
      needs: [],
      waitsFor: [],
    },
    { type: 'call-started', turn, callId },
    { type: 'epoch-advanced', turn, callId, app: 'practice', epoch: turn },
    {
      type: 'call-ended',
      turn,
      callId,
      outcome: 'succeeded',
      content: [{ type: 'text', text: 'pressed' }],
      failure: null,
      delivery: 'observed',
    },
  ];
}

export const endOf: TraceBody = { type: 'run-ended', status: 'completed', failure: null };

/** A snapshot that a blob was written for. */
export function snapshotTaken(turn: number, blob: BlobId): TraceBody {
  const snapshot = {
    id: snapshotId(turn),
    epoch: 0,
    app: 'practice',
    title: 'Support desk',
    nodeCount: 1,
    blob,
  };
  return { type: 'snapshot-taken', turn, callId: null, cause: 'asked', snapshot };
}

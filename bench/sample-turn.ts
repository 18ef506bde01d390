import type { Failure } from '../src-main/contract/failure';
import { effectOf } from '../src-main/contract/footprint';
import { BlobId, CallId, firstActor, snapshotId } from '../src-main/contract/ids';
import type { AssistantBlock } from '../src-main/contract/messages';
import type { CallOutcome, TraceBody } from '../src-main/contract/trace-event';
import type { Random } from './random';
import type { Slot } from './sample-schedule';
import type { SampleCall } from './sample-tools';

/** An event's body at a time: milliseconds since the run began. */
export interface Timed {
  readonly at: number;
  readonly body: TraceBody;
}

export function callIdOf(turn: number, index: number): CallId {
  return CallId.parse(`call_${turn}_${index}`);
}

const overloaded: Failure = {
  code: 'model_overloaded',
  sentence: 'The model is overloaded.',
  next: 'Nothing to do: it is asked again.',
};

/** From the request to the answer. The last one's time is when the answer was complete. */
export function modelPhase(
  turn: number,
  from: number,
  calls: readonly SampleCall[],
  random: Random,
): readonly [...Timed[], Timed] {
  let at = from;
  const timed: Timed[] = [];
  const say = (after: number, body: TraceBody) => {
    at += after;
    timed.push({ at, body });
  };
  say(0, { type: 'turn-started', turn, actor: firstActor });
  say(0.2, { type: 'model-requested', turn, messages: [], parallelCalls: true });
  if (random.chance(0.04)) {
    const delayMs = random.int(300, 900);
    say(random.between(80, 200), { type: 'model-retrying', turn, attempt: 1, delayMs, failure: overloaded });
    at += delayMs;
  }
  say(random.between(300, 1100), { type: 'model-block-started', turn, block: 0, kind: 'text', tool: null });
  const words = ['I read the ', 'screen and ', 'go on.'];
  for (const text of words) say(random.between(15, 60), { type: 'model-text', turn, block: 0, text });
  calls.forEach((call, index) => {
    const block = index + 1;
    say(random.between(20, 90), {
      type: 'model-block-started',
      turn,
      block,
      kind: 'tool_call',
      tool: call.tool,
    });
  });
  const content: AssistantBlock[] = [
    { type: 'text', text: words.join('') },
    ...calls.map(
      ({ tool, input }, index): AssistantBlock => ({
        type: 'tool_call',
        id: callIdOf(turn, index),
        tool,
        input,
      }),
    ),
  ];
  const usage = { input: random.int(200, 4000), output: random.int(20, 400), cacheRead: 0, cacheWrite: 0 };
  const stopReason = calls.length > 0 ? 'tool_use' : 'end_turn';
  at += random.between(20, 90);
  return [
    ...timed,
    { at, body: { type: 'model-responded', turn, content, stopReason, usage, costUsd: 0.0021 } },
  ];
}

/** A call's own events, in their order. */
export function callPhase(
  turn: number,
  index: number,
  slot: Slot,
  answered: number,
  random: Random,
): Timed[] {
  const { call, waitsFor, started, outcome } = slot;
  const callId = callIdOf(turn, index);
  const effect = effectOf(call.footprint);
  const end = answered + slot.ended;
  const timed: Timed[] = [
    {
      at: answered + 0.1,
      body: { type: 'call-proposed', turn, callId, index, tool: call.tool, input: call.input },
    },
    {
      at: answered + 0.2,
      body: {
        type: 'call-queued',
        turn,
        callId,
        effect,
        footprint: call.footprint,
        override: null,
        program: null,
        needs: [],
        waitsFor: waitsFor.map((at) => callIdOf(turn, at)),
      },
    },
  ];
  if (started !== null) {
    timed.push({ at: answered + started, body: { type: 'call-started', turn, callId } });
    if (call.tool === 'snapshot') {
      const snapshot = {
        id: snapshotId(turn * 100 + index + 1),
        epoch: turn,
        app: 'practice',
        title: 'Support desk',
        nodeCount: random.int(200, 900),
        blob: BlobId.parse(random.hex(64)),
      };
      timed.push({ at: end, body: { type: 'snapshot-taken', turn, callId, cause: 'asked', snapshot } });
    }
  }
  timed.push({
    at: end,
    body: {
      type: 'call-ended',
      turn,
      callId,
      outcome,
      content: [{ type: 'text', text: outcome }],
      failure: failures[outcome],
      delivery:
        effect === 'read' || started === null ? null : outcome === 'succeeded' ? 'observed' : 'unknown',
    },
  });
  return timed;
}

const failures: Record<CallOutcome, Failure | null> = {
  succeeded: null,
  failed: {
    code: 'stale_ref',
    sentence: 'The element is no longer where it was.',
    next: 'Take a snapshot.',
  },
  timed_out: { code: 'timed_out', sentence: 'It took longer than it may.', next: 'Look before going on.' },
  cancelled: { code: 'cancelled', sentence: 'It was cancelled.', next: 'Look before going on.' },
  skipped: { code: 'skipped', sentence: 'A write before it failed.', next: 'Look, then ask for it again.' },
  deferred: { code: 'deferred', sentence: 'One call at a time.', next: 'Ask for it in the next turn.' },
};

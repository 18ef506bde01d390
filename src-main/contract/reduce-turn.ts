import type { EventOf } from './trace-event';
import type { Call, ModelEnd, ModelSpan, Turn } from './trace-model';

type ModelEvent = EventOf<
  | 'model-requested'
  | 'model-retrying'
  | 'model-block-started'
  | 'model-text'
  | 'model-responded'
  | 'model-failed'
>;
type CallEvent = EventOf<'call-proposed'> | CallChange;
type CallChange = EventOf<
  | 'call-queued'
  | 'call-started'
  | 'call-progress'
  | 'call-edited'
  | 'approval-asked'
  | 'approval-answered'
  | 'call-ended'
>;

/** The turn after the event, or null where the event cannot follow. */
export function reduceTurn(turn: Turn, event: ModelEvent | CallEvent): Turn | null {
  switch (event.type) {
    case 'call-proposed':
      return propose(turn, event);
    case 'call-queued':
    case 'call-started':
    case 'call-progress':
    case 'call-edited':
    case 'approval-asked':
    case 'approval-answered':
    case 'call-ended':
      return changeCall(turn, event);
    default: {
      const model = reduceModel(turn.model, event);
      if (model === null) return null;
      const calls = event.type === 'model-responded' ? withInputs(turn.calls, event) : turn.calls;
      return { ...turn, model, calls };
    }
  }
}

function reduceModel(span: ModelSpan | null, event: ModelEvent): ModelSpan | null {
  const at = event.at.mono;
  if (event.type === 'model-requested') {
    if (span !== null) return null;
    const { messages: sent, parallelCalls } = event;
    return { requestedAt: at, sent, parallelCalls, retries: [], blocks: [], ended: null };
  }
  if (span === null || span.ended !== null) return null;
  switch (event.type) {
    case 'model-retrying': {
      const { attempt, delayMs, failure } = event;
      return { ...span, blocks: [], retries: [...span.retries, { at, attempt, delayMs, failure }] };
    }
    case 'model-block-started': {
      const { block, kind, tool } = event;
      return { ...span, blocks: [...span.blocks, { block, kind, tool, startedAt: at, text: '' }] };
    }
    case 'model-text': {
      if (!span.blocks.some((each) => each.block === event.block)) return null;
      const grow = (each: ModelSpan['blocks'][number]) =>
        each.block === event.block ? { ...each, text: each.text + event.text } : each;
      return { ...span, blocks: span.blocks.map(grow) };
    }
    case 'model-responded':
    case 'model-failed':
      return { ...span, ended: modelEnd(event) };
  }
}

function modelEnd(event: EventOf<'model-responded' | 'model-failed'>): ModelEnd {
  const at = event.at.mono;
  if (event.type === 'model-failed') return { kind: 'failed', at, failure: event.failure };
  const { content, stopReason, usage, costUsd } = event;
  return { kind: 'responded', at, content, stopReason, usage, costUsd };
}

/** A call that began while its input was still arriving gets the whole of it. */
function withInputs(calls: readonly Call[], { content }: EventOf<'model-responded'>): readonly Call[] {
  if (calls.length === 0) return calls;
  const inputs = new Map(
    content.flatMap((block) => (block.type === 'tool_call' ? [[block.id, block.input] as const] : [])),
  );
  return calls.map((call) => (call.input === null ? { ...call, input: inputs.get(call.id) ?? null } : call));
}

function propose(turn: Turn, event: EventOf<'call-proposed'>): Turn | null {
  if (event.index !== turn.calls.length || turn.calls.some((call) => call.id === event.callId)) return null;
  const call: Call = {
    id: event.callId,
    turn: turn.number,
    index: event.index,
    tool: event.tool,
    input: event.input,
    proposedAt: event.at.mono,
    admission: null,
    startedAt: null,
    progress: null,
    editedAt: null,
    approvals: [],
    ended: null,
  };
  return { ...turn, calls: [...turn.calls, call] };
}

function changeCall(turn: Turn, event: CallChange): Turn | null {
  const index = turn.calls.findIndex((call) => call.id === event.callId);
  const before = turn.calls[index];
  if (before === undefined || before.ended !== null) return null;
  const after = reduceCall(before, event);
  if (after === null) return null;
  const calls = turn.calls.slice();
  calls[index] = after;
  return { ...turn, calls };
}

function reduceCall(call: Call, event: CallChange): Call | null {
  const at = event.at.mono;
  switch (event.type) {
    case 'call-queued': {
      if (call.admission !== null) return null;
      const { effect, footprint, override, program, needs, waitsFor } = event;
      return { ...call, admission: { at, effect, footprint, override, program, needs, waitsFor } };
    }
    case 'call-started':
      return call.startedAt !== null || call.admission === null ? null : { ...call, startedAt: at };
    case 'call-progress': {
      if (call.startedAt === null) return null;
      const { progress, total, message } = event;
      return { ...call, progress: { at, progress, total, message } };
    }
    case 'approval-asked': {
      const { approval } = event;
      if (call.startedAt === null || call.approvals.some((each) => each.approval.id === approval.id))
        return null;
      return { ...call, approvals: [...call.approvals, { approval, askedAt: at, answered: null }] };
    }
    case 'call-edited': {
      if (call.startedAt === null || call.ended !== null) return null;
      return { ...call, input: event.input, editedAt: at };
    }
    case 'approval-answered':
      return answer(call, event);
    case 'call-ended': {
      if (call.approvals.some((each) => each.answered === null)) return null;
      const neverRan = event.outcome === 'skipped' || event.outcome === 'deferred';
      if (neverRan && call.startedAt !== null) return null;
      const { outcome, content, failure, delivery } = event;
      return { ...call, ended: { at, outcome, content, failure, delivery } };
    }
  }
}

function answer(call: Call, { id, outcome, at }: EventOf<'approval-answered'>): Call | null {
  const index = call.approvals.findIndex((each) => each.approval.id === id && each.answered === null);
  const asked = call.approvals[index];
  if (asked === undefined) return null;
  const answered = { ...asked, answered: { at: at.mono, outcome } };
  return { ...call, approvals: call.approvals.with(index, answered) };
}

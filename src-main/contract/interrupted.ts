import type { Failure } from './failure';
import type { TraceBody, TraceEvent } from './trace-event';
import type { Call, TraceModel } from './trace-model';

const interrupted: Failure = {
  code: 'interrupted',
  sentence: 'Interlock stopped before this had ended.',
  next: 'Look at the target before you go on: a write may or may not have arrived.',
};

/**
 * The events that end a run which was cut off, so that it reads like any other. Their times are inferred: the last
 * recorded one. Empty where the run had ended, or had never started.
 */
export function closingEvents(model: TraceModel, last: TraceEvent | undefined): TraceEvent[] {
  if (model.run === null || model.phase.kind === 'ended' || last === undefined) return [];
  const bodies: TraceBody[] = [];
  for (const turn of model.turns) {
    if (turn.model !== null && turn.model.ended === null) {
      bodies.push({ type: 'model-failed', turn: turn.number, failure: interrupted });
    }
    for (const call of turn.calls) {
      if (call.ended === null) bodies.push(...withdrawn(call), endOf(call));
    }
  }
  bodies.push({ type: 'run-ended', status: 'interrupted', failure: interrupted });
  return bodies.map(
    (body, index): TraceEvent => ({
      ...body,
      seq: last.seq + 1 + index,
      at: { ...last.at, provenance: 'inferred' },
    }),
  );
}

function withdrawn({ turn, id: callId, approvals }: Call): TraceBody[] {
  return approvals
    .filter(({ answered }) => answered === null)
    .map(({ approval: { id } }) => ({
      type: 'approval-answered',
      turn,
      callId,
      id,
      outcome: 'withdrawn',
    }));
}

function endOf(call: Call): TraceBody {
  const started = call.startedAt !== null;
  return {
    type: 'call-ended',
    turn: call.turn,
    callId: call.id,
    outcome: started ? 'cancelled' : 'skipped',
    content: [{ type: 'text', text: interrupted.sentence }],
    failure: interrupted,
    delivery: started && call.admission?.effect === 'write' ? 'unknown' : null,
  };
}

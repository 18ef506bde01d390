import type { Failure } from './failure';
import type { TraceBody, TraceEvent } from './trace-event';
import type { Actor, Call, TraceModel } from './trace-model';

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
  // Whoever works under a call began after it: from the last to the first, nobody is left under a call that ends.
  for (const turn of model.turns.slice().reverse()) {
    if (turn.model !== null && turn.model.ended === null) {
      bodies.push({ type: 'model-failed', turn: turn.number, failure: interrupted });
    }
    for (const call of turn.calls) {
      if (call.ended !== null) continue;
      bodies.push(...withdrawn(call), ...endsUnder(model, call), endOf(call));
    }
  }
  const ended = new Set(bodies.flatMap((body) => (body.type === 'actor-ended' ? [body.actor] : [])));
  for (const actor of model.actors) {
    if (actor.origin !== null && actor.ended === null && !ended.has(actor.id)) bodies.push(cutOff(actor));
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

function endsUnder({ actors }: TraceModel, { id }: Call): TraceBody[] {
  return actors
    .filter(({ origin, ended }) => ended === null && origin?.kind === 'call' && origin.call === id)
    .map(cutOff);
}

function cutOff({ id: actor }: Actor): TraceBody {
  return { type: 'actor-ended', actor, outcome: 'cancelled', answer: '', failure: interrupted };
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

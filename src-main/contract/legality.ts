import type { ActorKind } from './actor';
import type { CallId } from './ids';
import { IllegalEvent, reduce } from './reduce';
import type { EventOf, TraceEvent } from './trace-event';
import { emptyModel, type TraceModel } from './trace-model';

/** Judges a sequence one event at a time, and carries its model along. */
export interface Legality {
  /** @returns why the event cannot follow, or null where it can */
  accept(event: TraceEvent): string | null;
  readonly model: TraceModel;
}

/**
 * The whole law of a trace: what `reduce` demands of one turn, and what only the whole run can tell - numbered
 * without a gap, call ids unique in the run, no call begun before those that it waits for have ended and those that it needs
 * have succeeded, no model in the turns of a plan or a program, nothing left open at the end.
 */
export function traceLegality(): Legality {
  let model = emptyModel;
  const callIds = new Set<string>();
  return {
    get model() {
      return model;
    },
    accept(event) {
      if (event.seq !== model.cursor + 1) return `event ${event.seq} stands where ${model.cursor + 1} should`;
      if (event.type === 'call-proposed' && callIds.has(event.callId))
        return `call ${event.callId} was proposed twice`;
      if (event.type === 'call-started') {
        const awaited = stillAwaited(model, event);
        if (awaited !== null) return `call ${event.callId} started before ${awaited} had ended`;
        const unmet = unmetNeed(model, event);
        if (unmet !== null) return `call ${event.callId} started although ${unmet} had not succeeded`;
      }
      if (event.type === 'call-queued') {
        const unknown = notBefore(model, event);
        if (unknown !== null)
          return `call ${event.callId} waits for ${unknown}, which does not come before it`;
      }
      if (event.type === 'model-requested') {
        const kind = kindOfActor(model, event);
        if (kind !== 'agent') return `a model was asked in turn ${event.turn}, which is of a ${kind}`;
      }
      if (event.type === 'run-ended') {
        const open = openEnds(model);
        if (open !== null) return `the run ended while ${open}`;
      }
      try {
        model = reduce(model, event);
      } catch (thrown) {
        if (thrown instanceof IllegalEvent) return thrown.message;
        throw thrown;
      }
      if (event.type === 'call-proposed') callIds.add(event.callId);
      return null;
    },
  };
}

/** The first call that this one waits for and that has not ended; null where it waits for none. */
function stillAwaited(model: TraceModel, { turn, callId }: EventOf<'call-started'>): CallId | null {
  const calls = model.turns[turn - 1]?.calls ?? [];
  const waitsFor = calls.find(({ id }) => id === callId)?.admission?.waitsFor ?? [];
  return waitsFor.find((id) => !calls.some((call) => call.id === id && call.ended !== null)) ?? null;
}

/** The first call that this one needs and that has not succeeded. */
function unmetNeed(model: TraceModel, { turn, callId }: EventOf<'call-started'>): CallId | null {
  const calls = model.turns[turn - 1]?.calls ?? [];
  const needs = calls.find(({ id }) => id === callId)?.admission?.needs ?? [];
  return needs.find((id) => calls.find((call) => call.id === id)?.ended?.outcome !== 'succeeded') ?? null;
}

/** The first call that this one is to wait for and that is no earlier one of its turn. */
function notBefore(model: TraceModel, event: EventOf<'call-queued'>): CallId | null {
  const calls = model.turns[event.turn - 1]?.calls ?? [];
  const place = calls.findIndex(({ id }) => id === event.callId);
  const before = new Set(calls.slice(0, Math.max(0, place)).map(({ id }) => id));
  return [...event.needs, ...event.waitsFor].find((id) => !before.has(id)) ?? null;
}

function kindOfActor({ actors, turns }: TraceModel, { turn }: EventOf<'model-requested'>): ActorKind {
  const actor = turns[turn - 1]?.actor;
  return actors.find(({ id }) => id === actor)?.kind ?? 'agent';
}

/** What a run must not end on, said in words; null where nothing is open. */
function openEnds(model: TraceModel): string | null {
  const atWork = model.actors.find(({ origin, ended }) => origin !== null && ended === null);
  if (atWork !== undefined) return `${atWork.id} (${atWork.name}) was still at work`;
  for (const turn of model.turns) {
    if (turn.model !== null && turn.model.ended === null)
      return `the model's answer in turn ${turn.number} was still awaited`;
    const call = turn.calls.find((each) => each.ended === null);
    if (call !== undefined) return `call ${call.id} (${call.tool}) had not ended`;
  }
  return null;
}

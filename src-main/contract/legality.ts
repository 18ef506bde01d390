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
 * without a gap, call ids unique in the run, no call begun before those that it waits for have ended, nothing left open
 * at the end.
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

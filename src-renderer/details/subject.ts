import { callsOf } from '@contract/hazard';
import type { CallId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import type { Call, TraceModel, Turn } from '@contract/trace-model';
import type { Selection } from '../trace/trace-store';

/** What the tabs are about. */
export type Subject =
  | { readonly kind: 'nothing' }
  /** What is of the run as a whole: its start, a stop, its end. */
  | { readonly kind: 'run' }
  | { readonly kind: 'model'; readonly turn: Turn }
  | { readonly kind: 'call'; readonly call: Call };

export interface Models {
  readonly atCursor: TraceModel;
  readonly whole: TraceModel;
}

/**
 * What the person chose, whole, wherever the cursor stands; or else what the latest event before the cursor belongs to, as it
 * was at that moment.
 */
export function subjectAt(models: Models, events: readonly TraceEvent[], selection: Selection): Subject {
  return selected(models.whole, selection) ?? stepAt(models.atCursor, events);
}

function selected(whole: TraceModel, selection: Selection): Subject | null {
  switch (selection.kind) {
    case 'none':
      return null;
    case 'call':
      return callSubject(whole, selection.callId);
    case 'model': {
      const turn = whole.turns[selection.turn - 1];
      return turn === undefined ? null : { kind: 'model', turn };
    }
    case 'hazard': {
      const entry = whole.hazards.find((each) => each.seq === selection.seq);
      const last = entry === undefined ? undefined : callsOf(entry.hazard).at(-1);
      return last === undefined ? null : callSubject(whole, last);
    }
  }
}

function stepAt(model: TraceModel, events: readonly TraceEvent[]): Subject {
  const event = events[model.cursor - 1];
  if (event === undefined) return { kind: 'nothing' };
  if (event.type === 'hazard-found')
    return callSubject(model, callsOf(event.hazard).at(-1)) ?? { kind: 'run' };
  if ('callId' in event && event.callId !== null) return callSubject(model, event.callId) ?? { kind: 'run' };
  const turn = 'turn' in event ? model.turns[event.turn - 1] : undefined;
  return turn === undefined ? { kind: 'run' } : { kind: 'model', turn };
}

function callSubject(model: TraceModel, id: CallId | undefined): Subject | null {
  const call = id === undefined ? null : findCall(model, id);
  return call === null ? null : { kind: 'call', call };
}

export function findCall(model: TraceModel, id: CallId): Call | null {
  for (const turn of model.turns) {
    const call = turn.calls.find((each) => each.id === id);
    if (call !== undefined) return call;
  }
  return null;
}

import type { TraceEvent } from '@contract/trace-event';
import type { Call } from '@contract/trace-model';
import { waitedForPerson } from '@contract/waited-for-person';

export interface CallMoment {
  readonly name: 'Proposed' | 'Queued' | 'Started' | 'Ended';
  readonly at: number;
  readonly inferred: boolean;
}

const names = {
  'call-proposed': 'Proposed',
  'call-queued': 'Queued',
  'call-started': 'Started',
  'call-ended': 'Ended',
} as const;

/** What happened to a call, in order, as far as the call knows it. */
export function callMoments(call: Call, events: readonly TraceEvent[]): CallMoment[] {
  const known: Record<CallMoment['name'], boolean> = {
    Proposed: true,
    Queued: call.admission !== null,
    Started: call.startedAt !== null,
    Ended: call.ended !== null,
  };
  return events.flatMap((event) => {
    if (!isOfCall(event) || event.callId !== call.id) return [];
    const name = names[event.type];
    if (!known[name]) return [];
    return { name, at: event.at.mono, inferred: event.at.provenance === 'inferred' };
  });
}

type CallEvent = Extract<TraceEvent, { type: keyof typeof names }>;

function isOfCall(event: TraceEvent): event is CallEvent {
  return event.type in names;
}

export interface CallDurations {
  /** From being queued to its start; null where it never was queued. Open while it still waits. */
  readonly waited: number | null;
  readonly ran: number | null;
  /** How much of it was waiting for the person. */
  readonly asked: number;
  readonly running: boolean;
}

/** @param now stands in for the end of what still goes on */
export function callDurations(call: Call, now: number): CallDurations {
  const { admission, startedAt, ended } = call;
  return {
    waited: admission === null ? null : (startedAt ?? ended?.at ?? now) - admission.at,
    ran: startedAt === null ? null : (ended?.at ?? now) - startedAt,
    asked: waitedForPerson(call, now),
    running: startedAt !== null && ended === null,
  };
}

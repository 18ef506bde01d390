import type { TraceEvent, TraceEventType } from './trace-event';

/**
 * Where a person stops when stepping: what a model or a call begins and ends; and where the person comes in: what waits for them,
 * what they said, when they took over, and when they gave back. The rest happens on the way.
 */
const stops: ReadonlySet<TraceEventType> = new Set<TraceEventType>([
  'model-requested',
  'model-responded',
  'model-failed',
  'call-started',
  'call-ended',
  'actor-started',
  'actor-ended',
  'approval-asked',
  'approval-answered',
  'call-edited',
  'run-held',
  'run-resumed',
  'override-changed',
  'stop-requested',
  'run-verified',
  'run-ended',
]);

export function isStep({ type }: TraceEvent): boolean {
  return stops.has(type);
}

/** Cursors to stop at, ascending: each is the number of events that have happened by then. */
export function stepCursors(events: readonly TraceEvent[]): number[] {
  const cursors: number[] = [];
  events.forEach((event, index) => {
    if (isStep(event)) cursors.push(index + 1);
  });
  return cursors;
}

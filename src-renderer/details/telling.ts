import type { TraceEvent } from '@contract/trace-event';
import type { TraceModel } from '@contract/trace-model';
import { createContext, use, useDeferredValue, useMemo } from 'react';
import { useModelAtCursor, useTrace, useWholeModel } from '../trace/trace-store';

/** What the details are told from, all of one moment. */
export interface Telling {
  readonly events: readonly TraceEvent[];
  readonly atCursor: TraceModel;
  readonly whole: TraceModel;
}

/**
 * Follows the cursor as soon as there is time: while a person scrubs, the timeline and the steps are drawn first, and what was passed
 * over meanwhile is never told. Another trace is told at once.
 */
export function useFollowing(): Telling {
  const trace = useTrace((state) => state.whole);
  const events = useTrace((state) => state.events);
  const atCursor = useModelAtCursor();
  const whole = useWholeModel();
  const now = useMemo(() => ({ trace, events, atCursor, whole }), [trace, events, atCursor, whole]);
  const followed = useDeferredValue(now);
  return followed.trace === trace ? followed : now;
}

export const TellingContext = createContext<Telling | null>(null);

export function useTelling(): Telling {
  const telling = use(TellingContext);
  if (telling === null) throw new Error('Only the details tell.');
  return telling;
}

import type { TraceEvent } from '@contract/trace-event';
import type { TraceModel } from '@contract/trace-model';
import { createContext, startTransition, use, useEffect, useMemo, useRef, useState } from 'react';
import { useModelAtCursor, useTrace, useWholeModel } from '../trace/trace-store';

/** What the details are told from, all of one moment. */
export interface Telling {
  readonly events: readonly TraceEvent[];
  readonly atCursor: TraceModel;
  readonly whole: TraceModel;
}

/** While the cursor keeps moving, the least time from one telling to the next, in milliseconds. */
const pace = 150;

/**
 * Follows the cursor: at once where it stood still before, and no faster than can be read while a person scrubs, so that the timeline and
 * the steps are drawn in each frame. Where the cursor comes to rest is always told; another trace is told at once.
 */
export function useFollowing(): Telling {
  const trace = useTrace((state) => state.whole);
  const events = useTrace((state) => state.events);
  const atCursor = useModelAtCursor();
  const whole = useWholeModel();
  const now = useMemo(() => ({ trace, events, atCursor, whole }), [trace, events, atCursor, whole]);
  const [told, setTold] = useState(now);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (now === told) return;
    const tell = () => {
      toldAt.current = performance.now();
      startTransition(() => setTold(now));
    };
    const wait = toldAt.current + pace - performance.now();
    if (wait <= 0) {
      tell();
      return;
    }
    const timer = setTimeout(tell, wait);
    return () => clearTimeout(timer);
  }, [now, told]);
  return told.trace === trace ? told : now;
}

export const TellingContext = createContext<Telling | null>(null);

export function useTelling(): Telling {
  const telling = use(TellingContext);
  if (telling === null) throw new Error('Only the details tell.');
  return telling;
}

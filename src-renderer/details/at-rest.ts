import { startTransition, useEffect, useState } from 'react';
import { useTrace } from '../trace/trace-store';

/** The cursor rests once it has stood still for so long, in milliseconds: longer than from one repeated key to the next. */
const rest = 120;

/** Whether a person hurries: moves the cursor on before it has rested. Times are milliseconds of one clock. */
export interface CursorPace {
  moved(now: number): void;
  /** How long the cursor has yet to stand still; 0 where it rests, and for a single step out of rest. */
  untilRest(now: number): number;
}

export function cursorPace(): CursorPace {
  let movedAt = Number.NEGATIVE_INFINITY;
  let hurries = false;
  return {
    moved(now) {
      hurries = now - movedAt < rest;
      movedAt = now;
    },
    untilRest: (now) => (hurries ? Math.max(0, movedAt + rest - now) : 0),
  };
}

/**
 * What was last told of a place where the cursor rested: for what has to be fetched and compared first, which is in vain for places that
 * are passed over. A run that goes on or is played moves the cursor too, but hurries nobody.
 */
export function useAtRest<T>(told: T): T {
  const trace = useTrace((state) => state.whole);
  const [pace] = useState(cursorPace);
  const [kept, setKept] = useState({ trace, told });
  useEffect(
    () =>
      useTrace.subscribe((now, before) => {
        if (now.cursor === before.cursor || now.following || now.playing !== null) return;
        pace.moved(performance.now());
      }),
    [pace],
  );
  useEffect(() => {
    if (kept.trace === trace && kept.told === told) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const wait = pace.untilRest(performance.now());
      if (wait > 0) timer = setTimeout(look, wait);
      else startTransition(() => setKept({ trace, told }));
    };
    look();
    return () => clearTimeout(timer);
  }, [kept, trace, told, pace]);
  return kept.trace === trace ? kept.told : told;
}

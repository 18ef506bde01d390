import type { Clock } from '../contract/clock';

/** Time that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, stopping at each timer on the way. `advance(0)` calls those that are due now. */
  advance(ms: number): void;
  readonly pending: number;
}

export function manualClock(): ManualClock {
  let now = 0;
  let made = 0;
  const timers = new Map<number, { readonly at: number; readonly due: () => void }>();
  return {
    now: () => now,
    wall: () => 1_700_000_000_000 + now,
    after(ms, due) {
      const id = made++;
      timers.set(id, { at: now + ms, due });
      return () => timers.delete(id);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        const [id, { at, due }] = next;
        timers.delete(id);
        now = Math.max(now, at);
        due();
      }
      now = end;
    },
    get pending() {
      return timers.size;
    },
  };
}

/** Lets everything that is already settled be heard. */
export function heard(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

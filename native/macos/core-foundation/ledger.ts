/** Hears of every reference that is ours from when it becomes ours to when it is let go. */
export interface Ledger {
  born(life: Life): void;
  ended(life: Life): void;
}

/** One count of one object that is ours to let go. */
export interface Life {
  alive: boolean;
}

export const noLedger: Ledger = { born: () => {}, ended: () => {} };

export interface TracingLedger extends Ledger {
  /** For each reference that is still ours: where in the code it became ours. */
  outstanding(): readonly string[];
}

/** Costs a stack trace a reference: for tests. */
export function tracingLedger(): TracingLedger {
  return rememberingLedger(() => new Error('became ours'));
}

/** Knows how many are ours, but not where they became it. */
export function countingLedger(): TracingLedger {
  return rememberingLedger(() => null);
}

function rememberingLedger(trace: () => Error | null): TracingLedger {
  const births = new Map<Life, Error | null>();
  return {
    born: (life) => {
      births.set(life, trace());
    },
    ended: (life) => {
      births.delete(life);
    },
    outstanding: () => [...births.values()].map((birth) => birth?.stack ?? 'somewhere'),
  };
}

import { setTimeout as pause } from 'node:timers/promises';

/** Waits; an abort ends the wait early. Never rejects: whoever waits asks the signal. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const realSleep: Sleep = async (milliseconds, signal) => {
  if (milliseconds <= 0 || signal.aborted) return;
  await pause(milliseconds, undefined, { signal }).catch((thrown: unknown) => {
    if (!signal.aborted) throw thrown;
  });
};

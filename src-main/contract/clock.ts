/** Time, as whoever builds a run gives it: the machine's own, or a test's. Milliseconds. */
export interface Clock {
  /** Since 1970, for showing a date. It may jump. */
  wall(): number;
  /** On the monotonic clock, from an origin of its own: for every duration. */
  now(): number;
  /**
   * Calls `due` once, `ms` milliseconds from now and never at once: after 0 ms, whatever is already settled has been heard.
   * @returns how to take it back
   */
  after(ms: number, due: () => void): () => void;
}

/** As much of an `AbortSignal` as waiting needs: the contract runs anywhere. */
export interface Interruption {
  readonly aborted: boolean;
  addEventListener(type: 'abort', heard: () => void): void;
  removeEventListener(type: 'abort', heard: () => void): void;
}

/** Waits; an abort ends the wait early. Never rejects: whoever waits asks the signal. */
export type Pause = (milliseconds: number, signal: Interruption) => Promise<void>;

/** Waiting, as a clock gives it; at once for no time at all. */
export function pauseOn(clock: Pick<Clock, 'after'>): Pause {
  return (milliseconds, signal) =>
    new Promise((resolve) => {
      if (milliseconds <= 0 || signal.aborted) {
        resolve();
        return;
      }
      const done = () => {
        forget();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const forget = clock.after(milliseconds, done);
      signal.addEventListener('abort', done);
    });
}

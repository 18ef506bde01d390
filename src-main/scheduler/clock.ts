/** Time, as whoever builds a run gives it: the machine's own, or a test's. */
export interface Clock {
  /** Milliseconds on the monotonic clock, from an origin of its own. */
  now(): number;
  /** Milliseconds since 1970. */
  wall(): number;
  /**
   * Calls `due` once, `ms` milliseconds from now and never at once: after 0 ms, whatever is already settled has been heard.
   * @returns how to take it back
   */
  after(ms: number, due: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(ms, due) {
    const timer = setTimeout(due, ms);
    return () => clearTimeout(timer);
  },
};

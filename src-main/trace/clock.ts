/** Milliseconds, from two clocks: one tells the date, the other never jumps. */
export interface Clock {
  wall(): number;
  /** From an arbitrary zero. */
  mono(): number;
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  mono: () => performance.now(),
};

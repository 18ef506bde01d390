/** What time it is in a run that goes on: between events, the clock on the wall carries it forward. */
export interface LiveClock {
  /** @param latest monotonic milliseconds of the last event */
  now(latest: number): number;
}

/** @param clock milliseconds, monotonic, from any beginning */
export function liveClock(clock: () => number): LiveClock {
  let latest = -1;
  let heard = 0;
  return {
    now(time) {
      if (time !== latest) {
        latest = time;
        heard = clock();
      }
      return latest + (clock() - heard);
    },
  };
}

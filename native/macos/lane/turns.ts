/** Lets one after the other in, in the order in which they came. */
export interface Turns {
  /** @returns what ends the turn; null where the signal aborted before it had come */
  next(signal: AbortSignal): Promise<(() => void) | null>;
}

export function takeTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    next: async (signal) => {
      const before = last;
      let end = () => {};
      last = new Promise((resolve) => {
        end = resolve;
      });
      await unlessAborted(before, signal);
      if (!signal.aborted) return end;
      void before.then(end);
      return null;
    },
  };
}

/** @returns null where the signal aborts first */
export function unlessAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T } | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort);
    promise
      .then((value) => resolve({ value }), reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

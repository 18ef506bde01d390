/** One piece of work at a time, in the order in which it came. */
export interface Lane {
  /** @returns null where the signal aborted before its turn had come: then the work was never begun */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null>;
}

export function createLane(): Lane {
  let last: Promise<void> = Promise.resolve();
  return {
    async run(signal, work) {
      const before = last;
      let release = () => {};
      last = new Promise((resolve) => {
        release = resolve;
      });
      await firstOf(before, signal);
      if (signal.aborted) {
        void before.then(release);
        return null;
      }
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}

/** Resolves with the promise or on the signal, whichever comes first. */
function firstOf(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done);
    void (async () => {
      await promise;
      done();
    })();
  });
}

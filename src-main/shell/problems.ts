import type { Failure } from '../contract/failure';

/** Problems that nobody asked for, kept until there is a window that listens. */
export interface Problems {
  readonly arose: (failure: Failure) => void;
  /** The window listens from now on. */
  heard(): void;
}

export function createProblems(tell: (failure: Failure) => void): Problems {
  const waiting: Failure[] = [];
  let isHeard = false;
  return {
    arose(failure) {
      console.error(`${failure.sentence} ${failure.next}`);
      if (isHeard) tell(failure);
      else waiting.push(failure);
    },
    heard() {
      isHeard = true;
      waiting.splice(0).forEach(tell);
    },
  };
}

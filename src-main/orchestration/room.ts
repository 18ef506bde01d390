import type { Failure } from '../contract/failure';

/** How many more agents a crew may begin in its run. */
export interface Room {
  /** @returns why not one more; null where it may, and has then been counted */
  take(): Failure | null;
}

/** @param what is counted, as in `agents` */
export function roomFor(count: number, what: string): Room {
  let taken = 0;
  return {
    take() {
      if (taken >= count) return full(count, what);
      taken += 1;
      return null;
    },
  };
}

function full(count: number, what: string): Failure {
  return {
    code: 'crew_limit',
    sentence: `This run has had its ${count} ${what}, and may have no more.`,
    next: 'Do what is left yourself, or answer with what is known.',
  };
}

export function tooDeep(depth: number): Failure {
  return {
    code: 'crew_limit',
    sentence: `Agents may begin others to a depth of ${depth}, and that is where this one is.`,
    next: 'Do it yourself, or answer with what is known.',
  };
}

import type { Interlock } from '@contract/ipc';

let given: Interlock | null = null;

/** The main process, as the window knows it. The one place that reads `window.interlock`. */
export function interlock(): Interlock {
  return given ?? window.interlock;
}

/**
 * Puts another end of the wire in place of the preload's: for tests and previews.
 * @returns how to take it away again
 */
export function provideInterlock(other: Interlock): () => void {
  given = other;
  return () => {
    given = null;
  };
}

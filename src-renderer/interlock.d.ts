import type { Interlock } from '@contract/ipc';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly interlock: Interlock;
  }
}

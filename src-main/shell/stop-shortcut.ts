import { globalShortcut } from 'electron';
import type { Failure } from '../contract/failure';
import { stopShortcut } from '../contract/stop-shortcut';

/** The stop that works while another program has the focus: registered for as long as a run is active. */
export interface StopShortcut {
  /** Whether a run is active. */
  follow(active: boolean): void;
}

/** @param problem told once, where another program has taken the keys */
export function createStopShortcut(stop: () => void, problem: (failure: Failure) => void): StopShortcut {
  let isTold = false;
  return {
    follow(active) {
      if (!active) {
        globalShortcut.unregister(stopShortcut);
        return;
      }
      if (globalShortcut.register(stopShortcut, stop) || isTold) return;
      isTold = true;
      problem({
        code: 'unsupported',
        sentence: `Another program uses ${stopShortcut}, so these keys do not stop a run from outside the window.`,
        next: 'Stop a run with Escape or the Stop button in the window.',
      });
    },
  };
}

import type { X11Event } from 'x11';
import type { Connection } from './connection';

/** Waits for events, none of them missed, up to a limit. */
export interface EventWatch {
  /** Resolves at the next one, or at once where one came since it was last asked. False once the limit is over. */
  readonly next: () => Promise<boolean>;
  readonly stop: () => void;
}

export function watchEvents(
  connection: Connection,
  wanted: (event: X11Event) => boolean,
  limitMs: number,
): EventWatch {
  let came = false;
  let late = false;
  let wake = () => {};
  const off = connection.onEvent((event) => {
    if (!wanted(event)) return;
    came = true;
    wake();
  });
  const timer = setTimeout(() => {
    late = true;
    wake();
  }, limitMs);
  return {
    next: async () => {
      if (!came && !late) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      came = false;
      return !late;
    },
    stop: () => {
      clearTimeout(timer);
      off();
    },
  };
}

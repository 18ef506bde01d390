import { useSyncExternalStore } from 'react';

/** Milliseconds between two looks at the clock: finer than what is said of the past. */
const tick = 20_000;

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function listen(changed: () => void): () => void {
  listeners.add(changed);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, tick);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** Milliseconds since 1970, one clock for all who say how long ago something was. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => now);
}

import type { Clock } from '../contract/clock';

/** A call's time limit, as its own work may treat it. */
export interface TimeLimit {
  /** The limit stands still until what this returns is called, as while a person is asked. Several may hold it at once. */
  suspend(): () => void;
}

export interface RunningLimit extends TimeLimit {
  readonly isSuspended: boolean;
  /** The call has ended: the limit never falls due. */
  forget(): void;
}

/** Counts `ms` milliseconds of the time in which nobody has suspended it, then calls `due` once. */
export function startTimeLimit(ms: number, clock: Clock, due: () => void): RunningLimit {
  let left = ms;
  let since = clock.now();
  let suspensions = 0;
  let isOver = false;
  let stopTimer = clock.after(left, fallDue);

  function fallDue(): void {
    isOver = true;
    due();
  }

  function goOn(): void {
    suspensions -= 1;
    if (suspensions > 0 || isOver) return;
    since = clock.now();
    stopTimer = clock.after(left, fallDue);
  }

  return {
    get isSuspended() {
      return suspensions > 0;
    },
    suspend() {
      if (suspensions === 0) {
        left = Math.max(0, left - (clock.now() - since));
        stopTimer();
      }
      suspensions += 1;
      let isHeld = true;
      return () => {
        if (isHeld) goOn();
        isHeld = false;
      };
    },
    forget() {
      isOver = true;
      stopTimer();
    },
  };
}

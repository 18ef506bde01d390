import type { Admission } from '../../contract/trace-model';

/** What tells one mode from another. Everything else that a turn does is the same in all of them. */
export interface ModeRules {
  /** Whether the model is told that it may send several calls in one response. */
  readonly parallelCalls: boolean;
  /** Which calls may begin while the answer that asks for them is still arriving. */
  readonly eager: 'none' | 'reads' | 'all';
  /** Whether the call at this place of its turn is run at all; otherwise it is deferred. */
  admits(index: number): boolean;
  /** Whether `later` starts only once `earlier`, before it in the model's order, has ended. */
  follows(earlier: Admission, later: Admission): boolean;
  /**
   * Whether a write that may not have happened keeps later calls that conflict with it from starting. `unseen`: only those
   * that were asked for before it had ended, by somebody who sees each result at once.
   */
  readonly failedWriteSkips: 'never' | 'unseen' | 'always';
}

/** A person's `alone` holds in every mode: nothing of its turn runs beside the call. */
export function keptApart(earlier: Admission, later: Admission): boolean {
  return earlier.override === 'alone' || later.override === 'alone';
}

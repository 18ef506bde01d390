/** What a script may take, so that one that was written badly costs its own run and nothing else. */
export interface SandboxLimits {
  readonly memoryBytes: number;
  readonly stackBytes: number;
  /** How long it may compute without waiting for a call, in milliseconds. */
  readonly computingMs: number;
}

export const sandboxLimits: SandboxLimits = {
  memoryBytes: 64 * 1024 * 1024,
  stackBytes: 128 * 1024,
  computingMs: 2_000,
};

/** To the sandbox. Values cross as JSON text: nothing of ours is reachable from within. */
export type ToSandbox =
  | {
      readonly type: 'run';
      readonly source: string;
      readonly tools: readonly string[];
      readonly limits: SandboxLimits;
    }
  | { readonly type: 'answered'; readonly call: number; readonly json: string }
  | { readonly type: 'refused'; readonly call: number; readonly code: string; readonly sentence: string };

/** From the sandbox. `call` counts from 1 within a script. */
export type FromSandbox =
  | { readonly type: 'call'; readonly call: number; readonly tool: string; readonly json: string }
  | { readonly type: 'printed'; readonly text: string }
  | { readonly type: 'ended'; readonly end: ScriptEnd };

export type ScriptEnd =
  /** JSON text of what it returned; `null` where that was nothing. */
  | { readonly kind: 'returned'; readonly json: string }
  | { readonly kind: 'threw'; readonly sentence: string }
  /** It computed for longer than it may. */
  | { readonly kind: 'too_long' }
  /** It waits for something that never comes: no call is open and nothing is left to run. */
  | { readonly kind: 'stuck' };

import type { Asked, LaneRequest, Lanes } from '../../../native/macos';

/** One running program, and how it is asked. Never throws. */
export interface MacProgram {
  readonly pid: number;
  /** As a person knows it. */
  readonly name: string;
  ask<R extends LaneRequest>(request: R, signal: AbortSignal, budgetMs: number): Promise<Asked<R>>;
  /** A program that is gone answers as one that hangs does: only the system tells them apart. */
  isRunning(): boolean;
}

/** The program over a lane of its own. */
export function programOverLanes(
  lanes: Pick<Lanes, 'ask'>,
  { pid, name }: Pick<MacProgram, 'pid' | 'name'>,
  isRunning: (pid: number) => boolean,
): MacProgram {
  return {
    pid,
    name,
    ask: (request, signal, budgetMs) => lanes.ask(pid, request, signal, budgetMs),
    isRunning: () => isRunning(pid),
  };
}

/** A process of another user cannot be signalled, and is there. */
export function isRunningNow(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** For one question, in milliseconds: a few calls, each of which waits for the program for so long as the lane lets it. */
export const questionLimit = 4_000;

/** The program during one call. */
export interface Called {
  readonly program: MacProgram;
  readonly signal: AbortSignal;
}

import type { FrameworkPaths } from '../framework-paths';
import { type Asked, type Lost, lost, type NotBegun, notBegun } from './asked';
import { type RunningLane, runLane } from './exchange';
import type { SpawnLane } from './lane-process';
import { parseReply } from './replies';
import type { LaneRequest } from './requests';
import { type Turns, takeTurns, unlessAborted } from './turns';

/** One lane for each program: what is asked of one waits for nothing but what was asked of the same one before. */
export interface Lanes {
  /**
   * Where the signal aborts, the caller goes on at once; a native call that has begun goes on too, and what is asked of the
   * program next waits for it.
   *
   * @param budgetMs from when its turn has come. After that the lane is ended, and with it every identity that it gave
   */
  ask<R extends LaneRequest>(
    pid: number,
    request: R,
    signal: AbortSignal,
    budgetMs: number,
  ): Promise<Asked<R>>;
  /** Ends all lanes. */
  close(): void;
}

export interface LanesOptions {
  readonly spawn: SpawnLane;
  readonly paths: FrameworkPaths;
  /** The app's own processes, which are never asked. */
  readonly own: readonly number[];
  /** For one native call. */
  readonly timeoutSeconds: number;
  /** @returns what calls it off */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

export function createLanes({ spawn, paths, own, timeoutSeconds, after = byTimer }: LanesOptions): Lanes {
  const running = new Map<number, RunningLane>();
  const turns = new Map<number, Turns>();
  let started = 0;
  let asked = 0;
  let open = true;

  const laneOf = (pid: number): RunningLane => {
    const known = running.get(pid);
    if (known?.alive === true) return known;
    started += 1;
    const prefix = `l${started}.`;
    const lane = runLane(spawn(), { kind: 'start', pid, own, prefix, timeoutSeconds, paths });
    running.set(pid, lane);
    return lane;
  };

  return {
    ask: async (pid, request, signal, budgetMs) => {
      if (own.includes(pid)) return notBegun('own_pid', 'A program that asks itself waits for ever.');
      const queue = turns.get(pid) ?? takeTurns();
      turns.set(pid, queue);
      const endTurn = await queue.next(signal);
      if (endTurn === null) return cancelledBefore;
      if (!open) {
        endTurn();
        return notBegun('closed', 'The lanes are closed.');
      }
      asked += 1;
      const lane = laneOf(pid);
      const job = { id: asked, begun: false };
      const done = carryOut(lane, request, job, signal, (run) => after(budgetMs, run)).finally(endTurn);
      const first = await unlessAborted(done, signal);
      if (first !== null) return first.value;
      if (!job.begun) return cancelledBefore;
      lane.cancel(job.id);
      return lost(request, 'cancelled', 'It was cancelled after it had begun.');
    },
    close: () => {
      open = false;
      for (const lane of running.values()) lane.kill();
    },
  };
}

const cancelledBefore: NotBegun = notBegun('cancelled', 'It was cancelled before it had begun.');

/** Over once the lane is free again, or no more. */
async function carryOut<R extends LaneRequest>(
  lane: RunningLane,
  request: R,
  job: { readonly id: number; begun: boolean },
  signal: AbortSignal,
  afterBudget: (run: () => void) => () => void,
): Promise<Asked<R>> {
  let hung = false;
  const callOff = afterBudget(() => {
    hung = true;
    lane.kill();
  });
  const broken = (said: string): Lost => {
    lane.kill();
    return lost(request, 'broke', said);
  };
  try {
    const problem = await lane.started;
    if (problem !== null) {
      lane.kill();
      return notBegun('cannot_start', hung ? 'The lane took too long to start.' : problem);
    }
    if (signal.aborted) return cancelledBefore;
    job.begun = true;
    const ending = await lane.ask(job.id, request);
    switch (ending.kind) {
      case 'replied': {
        const reply = parseReply(request, ending.reply);
        return reply === null ? broken('Its answer is none to what was asked.') : { kind: 'answered', reply };
      }
      case 'broke':
        return broken(ending.said);
      case 'died':
        return hung
          ? lost(request, 'hung', 'The program did not answer in time.')
          : lost(request, 'died', 'The process of the lane ended.');
    }
  } finally {
    callOff();
  }
}

function byTimer(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

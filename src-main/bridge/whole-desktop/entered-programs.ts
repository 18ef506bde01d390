import { type Failure, ok, type Result } from '../../contract/failure';
import type { ProgramId } from '../../contract/target';
import type { Adapter, SnapshotBudget, Tree } from '../adapter';
import type { Doors, Platform, RunningProgram } from '../platform';

/** A program that the run has entered. */
export interface Entered {
  readonly id: ProgramId;
  readonly adapter: Adapter;
  /** Keeps the budget; a program that did not answer last time is given little time. */
  read(budget: SnapshotBudget, signal: AbortSignal): Promise<Result<Tree>>;
}

/** The programs that a run has entered, while they run and may be driven. */
export interface EnteredPrograms extends Doors {
  get(pid: number): Entered | null;
  /** All programs, topmost first. Those that have ended, or are no longer allowed, are left. */
  running(signal: AbortSignal): Promise<Result<readonly RunningProgram[]>>;
  close(): Promise<void>;
}

/** What a program is given that did not answer last time, in milliseconds. */
const littleTime = 500;

/** @param denialOf why a program is not driven at this moment; null where it may be */
export function enteredPrograms(
  platform: Platform,
  denialOf: (program: ProgramId) => Failure | null,
): EnteredPrograms {
  const entered = new Map<number, Entered>();

  async function leave(pid: number): Promise<void> {
    const left = entered.get(pid);
    entered.delete(pid);
    await left?.adapter.close();
  }

  async function running(signal: AbortSignal): Promise<Result<readonly RunningProgram[]>> {
    const programs = await platform.programs(signal);
    if (!programs.ok) return programs;
    const isThere = ({ pid, name }: ProgramId) =>
      programs.value.some(({ id }) => id.pid === pid && id.name === name) && denialOf({ pid, name }) === null;
    const gone = [...entered.values()].filter(({ id }) => !isThere(id));
    await Promise.all(gone.map(({ id }) => leave(id.pid)));
    return programs;
  }

  return {
    get: (pid) => entered.get(pid) ?? null,
    running,
    async list(signal) {
      const programs = await running(signal);
      if (!programs.ok) return programs;
      return ok(
        programs.value.map((program) => ({
          program,
          isEntered: entered.has(program.id.pid),
          denied: denialOf(program.id),
        })),
      );
    },
    async open(name, signal) {
      const opened = await platform.open(name, signal);
      if (!opened.ok || entered.has(opened.value.id.pid)) return opened;
      const { id } = opened.value;
      const adapter = await platform.adapterFor(id, signal);
      if (!adapter.ok) return adapter;
      entered.set(id.pid, { id, adapter: adapter.value, read: readerOf(adapter.value) });
      return opened;
    },
    async close() {
      await Promise.all([...entered.keys()].map(leave));
    },
  };
}

function readerOf(adapter: Adapter): Entered['read'] {
  let answered = true;
  return async (budget, signal) => {
    const milliseconds = answered ? budget.milliseconds : Math.min(littleTime, budget.milliseconds);
    const tree = await adapter.tree({ ...budget, milliseconds }, signal);
    answered = tree.ok || (tree.failure.code !== 'program_hung' && tree.failure.code !== 'timed_out');
    return tree;
  };
}

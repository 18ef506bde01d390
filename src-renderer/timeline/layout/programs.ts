import type { Call, Turn } from '@contract/trace-model';

/** The program that a call is about, as a person knows it; null where it is about none, or was never queued. */
export function programOf(call: Call): string | null {
  return call.admission?.program ?? null;
}

const known = new WeakMap<readonly Turn[], boolean>();

/** Whether the calls of a run are about more than one program: then each has to say which. */
export function severalPrograms(turns: readonly Turn[]): boolean {
  const before = known.get(turns);
  if (before !== undefined) return before;
  const several = findSeveral(turns);
  known.set(turns, several);
  return several;
}

function findSeveral(turns: readonly Turn[]): boolean {
  let first: string | null = null;
  for (const { calls } of turns) {
    for (const call of calls) {
      const program = programOf(call);
      if (program === null) continue;
      if (first !== null && program !== first) return true;
      first = program;
    }
  }
  return false;
}

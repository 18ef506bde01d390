import type { RandomCall, RandomTurn, Seen } from './random-turn.fixture';

/**
 * Judges what was seen of a turn in mixed by the words of the promise alone, and knows nothing of the scheduler: calls that conflict
 * never overlap and keep the model's order; never more run than there are slots; nothing that could run waits while a slot is
 * free; nothing begins after a stop; every call ends.
 *
 * @returns the first breach in a sentence; null where there is none
 */
export function breachIn({ calls, slots }: RandomTurn, seen: readonly Seen[]): string | null {
  const came = new Set<number>();
  const running = new Set<number>();
  const over = new Set<number>();
  let stopped = false;
  const isBlocked = (call: number) =>
    [...came].some((other) => other < call && !over.has(other) && clash(calls[other], calls[call]));
  for (const each of seen) {
    switch (each.kind) {
      case 'came':
        came.add(each.call);
        break;
      case 'started': {
        if (stopped) return `${each.call} started after the stop`;
        if (isBlocked(each.call)) return `${each.call} started before what it conflicts with had ended`;
        running.add(each.call);
        if (running.size > slots) return `${running.size} ran in ${slots} slots`;
        break;
      }
      case 'ended':
        running.delete(each.call);
        over.add(each.call);
        break;
      case 'stopped':
        stopped = true;
        break;
      case 'rest': {
        const idle = [...came].find((call) => !running.has(call) && !over.has(call) && !isBlocked(call));
        if (idle !== undefined && running.size < slots) return `${idle} waited while a slot was free`;
        break;
      }
      case 'closed':
        break;
    }
  }
  const left = calls.findIndex((_, call) => came.has(call) && !over.has(call));
  return left < 0 ? null : `${left} never ended`;
}

function clash(a: RandomCall | undefined, b: RandomCall | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const touched = [...b.reads, ...b.writes];
  return (
    a.writes.some((one) => touched.some((other) => meet(one, other))) ||
    a.reads.some((one) => b.writes.some((other) => meet(one, other)))
  );
}

/** By the parts of their paths: the shorter one holds the longer one where all of its parts are the same. */
function meet(one: string, other: string): boolean {
  const [short = [], long = []] = [one.split('/'), other.split('/')].toSorted((a, b) => a.length - b.length);
  return short.every((part, at) => part === long[at]);
}

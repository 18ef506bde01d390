import { waitLimit } from './limits';
import { missingReadings, onceThenDone, readingTool, readsIn } from './reading';
import type { Workload } from './workload';

/** So many independent reads in one response, each taking as long. */
export function independent(count: number, ms: number): Workload {
  const durations = Array.from({ length: count }, () => ms);
  const numbers = [...durations.keys()];
  const reply = readsIn(count, 0, 0);
  return {
    title: `${count} x ${ms} ms`,
    limitMs: () => waitLimit(reply, durations),
    atStake: `of ${count} results`,
    ways: ['level'],
    rounds: (asked) => asked,
    scene: () => ({
      tools: [readingTool(durations)],
      script: onceThenDone(reply),
      inspect: async (session) => ({ lost: missingReadings(session, numbers), outOfOrder: 0 }),
    }),
  };
}

/** By how long each call takes, as the command line names them. */
export const independentReads: Readonly<Record<string, readonly Workload[]>> = Object.fromEntries(
  [0, 20, 100].map((ms) => [`reads-${ms}`, [1, 8, 26, 64].map((count) => independent(count, ms))]),
);

import { missingReadings, onceThenDone, readingTool, readsIn } from './reading';
import type { Workload } from './workload';

const count = 26;
const failing = 6;
const ms = 20;
const durations = Array.from({ length: count }, () => ms);

/** One of many independent reads throws, halfway through the others. */
export const oneFailure: Workload = {
  title: `one failure among ${count} x ${ms} ms`,
  limitMs: () => ms,
  atStake: `of ${count - 1} good results`,
  ways: ['level'],
  rounds: (asked) => asked,
  scene() {
    const reads = readingTool(durations.map((each, n) => (n === failing ? each / 2 : each)));
    return {
      tools: [
        {
          ...reads,
          async run(input, signal) {
            const text = await reads.run(input, signal);
            if (input['n'] === failing) throw new Error('the place is gone');
            return text;
          },
        },
      ],
      script: onceThenDone(readsIn(count, 0, 0)),
      inspect: async (session) => ({
        lost: missingReadings(
          session,
          [...durations.keys()].filter((n) => n !== failing),
        ),
        outOfOrder: 0,
      }),
    };
  },
};

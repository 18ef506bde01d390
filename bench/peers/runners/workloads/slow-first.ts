import { eagerLimit, waitLimit } from './limits';
import { missingReadings, onceThenDone, readingTool, readsIn } from './reading';
import type { Workload } from './workload';

const durations = [500, 20, 20, 20, 20, 20, 20, 20];
const reply = readsIn(durations.length, 0, 50);

/** The longest call comes first, and the model goes on writing others for a while. */
export const slowFirst: Workload = {
  title: `slow call first: 500 ms, then 7 x 20 ms, 50 ms of writing each (waiting for the end: ${waitLimit(reply, durations)} ms)`,
  limitMs: () => eagerLimit(reply, durations),
  atStake: `of ${durations.length} results`,
  ways: ['level'],
  rounds: (asked) => asked,
  scene: () => ({
    tools: [readingTool(durations)],
    script: onceThenDone(reply),
    inspect: async (session) => ({ lost: missingReadings(session, [...durations.keys()]), outOfOrder: 0 }),
  }),
};

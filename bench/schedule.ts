import { breachIn } from '../src-main/scheduler/check-schedule.fixture';
import { played, randomTurn } from '../src-main/scheduler/random-turn.fixture';
import { printTable } from './measure';
import { seededRandom } from './random';

export const description = 'The scheduler in 100,000 random turns, judged by what was seen alone';

/** @param args how many turns, and the seed */
export async function run(args: readonly string[]): Promise<void> {
  const turns = Number(args[0] ?? '100000');
  const seed = Number(args[1] ?? Date.now());
  const numbers = seededRandom(seed);
  const random = () => numbers.between(0, 1);
  const count = { calls: 0, stopped: 0, breaches: 0 };
  const began = performance.now();
  for (let at = 0; at < turns; at += 1) {
    const turn = randomTurn(random);
    const seen = await played(turn);
    const breach = breachIn(turn, seen);
    count.calls += turn.calls.length;
    if (turn.stopsAt !== null) count.stopped += 1;
    if (breach === null) continue;
    count.breaches += 1;
    console.log(`${breach}: ${JSON.stringify({ turn, seen })}`);
  }
  const seconds = (performance.now() - began) / 1000;
  printTable([
    ['turns', 'calls', 'with a stop', 'breaches', 'seconds', 'seed'],
    [
      ...[turns, count.calls, count.stopped, count.breaches].map((each) => each.toLocaleString('en')),
      seconds.toFixed(1),
      `${seed}`,
    ],
  ]);
}

import { type Contender, interleaved } from './interleave';
import { type Measured, summary } from './measure';
import { seededRandom } from './random';

export interface Work {
  readonly name: string;
  /** What is timed. Its result is kept until the next one, so that nothing can be optimised away. */
  readonly run: () => unknown;
}

/** Rounds that count; fewer than 15 say too little. */
const rounds = 21;
const warmUp = 5;

const last: { result: unknown } = { result: null };

/** Times pieces of work that take a moment each, round by round and interleaved, in the order given. */
export async function timed(works: readonly Work[]): Promise<readonly Measured[]> {
  for (let round = 0; round < warmUp; round += 1) for (const { run } of works) run();
  const contenders: Contender<number>[] = works.map(({ name, run }) => ({
    name,
    once() {
      globalThis.gc?.();
      const began = performance.now();
      last.result = run();
      return Promise.resolve(performance.now() - began);
    },
  }));
  const took = await interleaved(contenders, rounds, seededRandom(11));
  last.result = null;
  return works.map(({ name }) => summary(took.get(name) ?? []));
}

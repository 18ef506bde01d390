import { type Measured, summary } from './measure';
import { type Random, seededRandom } from './random';

export interface Contender {
  readonly name: string;
  /** What is timed. Its result is kept until the round is over, so that nothing can be optimised away. */
  run(): unknown;
}

export interface Rounds {
  /** At least 15. */
  readonly rounds: number;
  /** Not timed: until the engine has made up its mind. */
  readonly warmUp: number;
}

const lastResult: { kept: unknown } = { kept: null };

/**
 * Times all contenders side by side: each round runs every one of them once, in an order of its own, so that what the machine does
 * meanwhile meets them alike.
 */
export async function compare(
  contenders: readonly Contender[],
  { rounds, warmUp }: Rounds = { rounds: 21, warmUp: 5 },
): Promise<readonly (Contender & Measured)[]> {
  if (rounds < 15) throw new Error('fewer than 15 rounds say too little');
  const random = seededRandom(20_260_101);
  const took = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const at of shuffled([...contenders.keys()], random)) {
      globalThis.gc?.();
      const began = performance.now();
      const result = await contenders[at]?.run();
      const elapsed = performance.now() - began;
      lastResult.kept = result;
      if (round >= 0) took[at]?.push(elapsed);
    }
  }
  lastResult.kept = null;
  return contenders.map((contender, at) => ({ ...contender, ...summary(took[at] ?? []) }));
}

function shuffled(indices: readonly number[], random: Random): number[] {
  const copy = [...indices];
  for (let left = copy.length - 1; left > 0; left -= 1) {
    const at = random.int(0, left);
    const [a = 0, b = 0] = [copy[left], copy[at]];
    copy[left] = b;
    copy[at] = a;
  }
  return copy;
}

/** Three digits that count: `0.83 ms`, `12.4 ms`, `1,240 ms`. */
export function milliseconds(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}

/** `3.2x`: how many times the first is the second. */
export function ratio(value: number, of: number): string {
  return `${(value / of).toFixed(value / of >= 10 ? 0 : 1)}x`;
}

import type { Random } from './random';

/** One way of doing the work that is compared with others. */
export interface Contender<T> {
  readonly name: string;
  readonly once: () => Promise<T>;
}

/**
 * Each contender once a round, in a new order each round, so that what the machine does meanwhile meets all of them alike. A first
 * round warms up and does not count.
 *
 * @returns what each contender gave, round by round, under its name
 */
export async function interleaved<T>(
  contenders: readonly Contender<T>[],
  rounds: number,
  random: Random,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const given = new Map<string, T[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, once } of shuffled(contenders, random)) {
      const one = await once();
      if (round > 0) given.get(name)?.push(one);
    }
  }
  return given;
}

/** Fisher and Yates. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(random.int(0, rest.length - 1), 1));
  return drawn;
}

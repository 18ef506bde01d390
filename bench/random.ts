/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number;
  /** From `from` to `to`, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(among: readonly [T, ...T[]]): T;
  hex(length: number): string;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    between: (from, to) => from + next() * (to - from),
    int,
    chance: (probability) => next() < probability,
    pick: (among) => among[int(0, among.length - 1)] ?? among[0],
    hex: (length) => Array.from({ length }, () => int(0, 15).toString(16)).join(''),
  };
}

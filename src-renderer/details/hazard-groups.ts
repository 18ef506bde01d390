import type { Hazard } from '@contract/hazard';
import type { HazardEntry } from '@contract/trace-model';

/** The hazards of one turn, in the order in which they were found. Never empty. */
export interface HazardGroup {
  readonly turn: number;
  readonly entries: readonly HazardEntry[];
}

/** Turn by turn, in the order of the turns. */
export function hazardGroups(entries: readonly HazardEntry[]): readonly HazardGroup[] {
  const turns = new Map<number, HazardEntry[]>();
  for (const entry of entries) {
    const { turn } = entry.hazard;
    const there = turns.get(turn);
    if (there === undefined) turns.set(turn, [entry]);
    else there.push(entry);
  }
  return [...turns]
    .map(([turn, ofTurn]): HazardGroup => ({ turn, entries: ofTurn }))
    .toSorted((one, other) => one.turn - other.turn);
}

/** How many there are of each kind, the most frequent first. */
export function kindsOf(entries: readonly HazardEntry[]): ReadonlyArray<readonly [Hazard['kind'], number]> {
  const counts = new Map<Hazard['kind'], number>();
  for (const { hazard } of entries) counts.set(hazard.kind, (counts.get(hazard.kind) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

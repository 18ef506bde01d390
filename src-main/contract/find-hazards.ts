import { conflict } from './footprint';
import type { ConflictHazard } from './hazard';
import type { Call } from './trace-model';

/**
 * Hazards that a call brings about by starting now: each call of the turn that it conflicts with and that nothing keeps
 * apart from it - an earlier one in the model's order that has not ended, or a later one that has already started.
 * One function for the live scheduler and for traces that others recorded.
 *
 * @param turn the turn's calls in the model's order, as they stood just before `starting` started
 */
export function hazardsOfStarting(turn: readonly Call[], starting: Call): ConflictHazard[] {
  const hazards: ConflictHazard[] = [];
  for (const other of turn) {
    if (other.id === starting.id || !isNear(other, starting)) continue;
    const hazard =
      other.index < starting.index ? hazardBetween(other, starting) : hazardBetween(starting, other);
    if (hazard !== null) hazards.push(hazard);
  }
  return hazards;
}

function isNear({ index, startedAt, ended }: Call, starting: Call): boolean {
  return startedAt !== null && (ended === null || index > starting.index);
}

function hazardBetween(earlier: Call, later: Call): ConflictHazard | null {
  if (earlier.admission === null || later.admission === null) return null;
  const met = conflict(earlier.admission.footprint, later.admission.footprint);
  if (met === null) return null;
  return {
    kind: met.kind,
    turn: later.turn,
    earlier: earlier.id,
    later: later.id,
    resource: met.resource,
    sentence: sentences[met.kind](earlier.tool, later.tool, met.resource),
  };
}

const sentences: Record<ConflictHazard['kind'], (earlier: string, later: string, on: string) => string> = {
  read_after_write: (earlier, later, on) =>
    `${later} read ${on} while ${earlier}, asked for before it, was still writing: it may have seen the old state.`,
  write_after_read: (earlier, later, on) =>
    `${later} wrote ${on} while ${earlier}, asked for before it, was still reading: it may have seen the new state.`,
  write_after_write: (earlier, later, on) =>
    `${earlier} and ${later} both wrote ${on} at once: which one stayed is chance.`,
};

import { conflict } from '../src-main/contract/footprint';
import type { Mode } from '../src-main/contract/run-options';
import type { CallOutcome } from '../src-main/contract/trace-event';
import type { Random } from './random';
import type { SampleCall } from './sample-tools';

/** When a call of a turn begins and ends, in milliseconds after the turn's answer; null where it never ran. */
export interface Slot {
  readonly call: SampleCall;
  /** Indices of the earlier calls that it waits for. */
  readonly waitsFor: readonly number[];
  readonly started: number | null;
  readonly ended: number;
  readonly outcome: CallOutcome;
}

/** What a mode makes of a turn's calls. */
export function scheduleSample(mode: Mode, calls: readonly SampleCall[], random: Random): Slot[] {
  if (mode === 'sequential') return inTurn(calls, random);
  return mode === 'batch' ? allAtOnce(calls, random) : byConflict(calls, random);
}

function outcomeOf(random: Random): CallOutcome {
  if (random.chance(0.94)) return 'succeeded';
  return random.pick(['failed', 'failed', 'timed_out']);
}

function inTurn(calls: readonly SampleCall[], random: Random): Slot[] {
  return calls.map((call, index): Slot => {
    if (index > 0) return { call, waitsFor: [], started: null, ended: 0.4, outcome: 'deferred' };
    return { call, waitsFor: [], started: 0.5, ended: 0.5 + call.duration, outcome: outcomeOf(random) };
  });
}

function allAtOnce(calls: readonly SampleCall[], random: Random): Slot[] {
  return calls.map((call): Slot => {
    const started = random.between(0.3, 3);
    return { call, waitsFor: [], started, ended: started + call.duration, outcome: outcomeOf(random) };
  });
}

function byConflict(calls: readonly SampleCall[], random: Random): Slot[] {
  const slots: Slot[] = [];
  calls.forEach((call, index) => {
    const waitsFor = calls
      .slice(0, index)
      .flatMap((earlier, at) => (conflict(earlier.footprint, call.footprint) === null ? [] : [at]));
    const blockers = waitsFor.flatMap((at) => slots[at] ?? []);
    const free = Math.max(random.between(0.3, 3), ...blockers.map((slot) => slot.ended + 0.2));
    const lost = blockers.some(
      (slot) => slot.call.footprint.writes.length > 0 && slot.outcome !== 'succeeded',
    );
    slots.push(
      lost
        ? { call, waitsFor, started: null, ended: free, outcome: 'skipped' }
        : { call, waitsFor, started: free, ended: free + call.duration, outcome: outcomeOf(random) },
    );
  });
  return slots;
}

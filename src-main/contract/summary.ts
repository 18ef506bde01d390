import { z } from 'zod';
import { turnOverlap } from './overlap';
import { Mode } from './run-options';
import { RunStatus } from './trace-event';
import type { TraceModel } from './trace-model';

/** A run in numbers: a row of the runs list, a side of a comparison, the last line of `interlock run --json`. */
export const RunSummary = z.object({
  status: z.union([RunStatus, z.literal('running')]),
  mode: Mode,
  turns: z.int().min(0),
  calls: z.int().min(0),
  /** Most calls running at one moment. */
  maxConcurrency: z.int().min(0),
  /** From the run's start to its last event, monotonic, to a tenth of a millisecond. */
  wallMs: z.number().min(0),
  /** All hazards, stale refs included. */
  hazards: z.int().min(0),
  staleRefs: z.int().min(0),
  skipped: z.int().min(0),
  /** Writes whose delivery was observed. */
  writesDelivered: z.int().min(0),
  /** null where nobody verified. */
  wrongElementWrites: z.int().min(0).nullable(),
  verified: z.boolean().nullable(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** null before the run has started. */
export function summarise(model: TraceModel): RunSummary | null {
  if (model.run === null) return null;
  const calls = model.turns.flatMap((turn) => turn.calls);
  return {
    status: model.phase.kind === 'ended' ? model.phase.status : 'running',
    mode: model.run.request.mode,
    turns: model.turns.length,
    calls: calls.length,
    maxConcurrency: model.turns.reduce(
      (most, turn) => Math.max(most, turnOverlap(turn, model.now).maxConcurrency),
      0,
    ),
    wallMs: Math.round(model.now * 10) / 10,
    hazards: model.hazards.length,
    staleRefs: model.hazards.filter(({ hazard }) => hazard.kind === 'stale_ref').length,
    skipped: calls.filter((call) => call.ended?.outcome === 'skipped').length,
    writesDelivered: calls.filter((call) => call.ended?.delivery === 'observed').length,
    wrongElementWrites: model.verification?.wrongElementWrites ?? null,
    verified: model.verification?.verified ?? null,
  };
}

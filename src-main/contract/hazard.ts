import { z } from 'zod';
import { ConflictKind, Resource } from './footprint';
import { CallId, ElementRef, TurnNumber } from './ids';

/** Two calls of one turn, in the model's order, whose footprints conflict and whose runs nothing kept apart. */
export const ConflictHazard = z.object({
  kind: ConflictKind,
  turn: TurnNumber,
  earlier: CallId,
  later: CallId,
  resource: Resource,
  sentence: z.string(),
});
export type ConflictHazard = z.infer<typeof ConflictHazard>;

/** A ref used outside its epoch, whose element could not be re-identified. */
export const StaleRefHazard = z.object({
  kind: z.literal('stale_ref'),
  turn: TurnNumber,
  call: CallId,
  ref: ElementRef,
  /** The write that ended the ref's epoch, where one of this run did. */
  endedBy: CallId.nullable(),
  /** What stood there when the ref was made, and what stands there now (null: nothing). */
  pointedTo: z.string(),
  standsNow: z.string().nullable(),
  sentence: z.string(),
});
export type StaleRefHazard = z.infer<typeof StaleRefHazard>;

export const Hazard = z.discriminatedUnion('kind', [ConflictHazard, StaleRefHazard]);
export type Hazard = z.infer<typeof Hazard>;

/** The calls that a hazard is about, in the model's order. */
export function callsOf(hazard: Hazard): readonly CallId[] {
  if (hazard.kind !== 'stale_ref') return [hazard.earlier, hazard.later];
  return hazard.endedBy === null ? [hazard.call] : [hazard.endedBy, hazard.call];
}

import { z } from 'zod';

/** One attempt at a task. Also the name of its folder among the recordings. */
export const RunId = z
  .string()
  .regex(/^[0-9a-z][0-9a-z-]{2,63}$/, 'a run id is 3 to 64 lower-case letters, digits and dashes')
  .brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;

/** A tool call, unique in its run: the model's own id, made unique where the model repeats one. */
export const CallId = z.string().min(1).max(128).brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;

/** `a1`: the agent that a run begins with; the others in the order in which they begin. */
export const ActorId = z
  .string()
  .regex(/^a[1-9]\d*$/)
  .brand<'ActorId'>();
export type ActorId = z.infer<typeof ActorId>;

/** `s7`: the seventh snapshot of a run. */
export const SnapshotId = z
  .string()
  .regex(/^s[1-9]\d*$/)
  .brand<'SnapshotId'>();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** `s7:e12`: element 12 of snapshot 7, and meaningless outside it. */
export const ElementRef = z
  .string()
  .regex(/^s[1-9]\d*:e[1-9]\d*$/, 'an element ref looks like s7:e12')
  .brand<'ElementRef'>();
export type ElementRef = z.infer<typeof ElementRef>;

/** The SHA-256 of a blob's bytes, in hex; also its file name. */
export const BlobId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'BlobId'>();
export type BlobId = z.infer<typeof BlobId>;

/** Counts from 1 within a run. */
export const TurnNumber = z.int().min(1);
export type TurnNumber = number;

export function actorId(ordinal: number): ActorId {
  return ActorId.parse(`a${ordinal}`);
}

/** The agent that a run begins with. */
export const firstActor = actorId(1);

export function snapshotId(ordinal: number): SnapshotId {
  return SnapshotId.parse(`s${ordinal}`);
}

/** @param position 1-based, in preorder */
export function elementRef(snapshot: SnapshotId, position: number): ElementRef {
  return ElementRef.parse(`${snapshot}:e${position}`);
}

export interface RefParts {
  readonly snapshot: SnapshotId;
  /** 1-based, in preorder: `snapshot.nodes[position - 1]`. */
  readonly position: number;
}

export function refParts(ref: ElementRef): RefParts {
  const [snapshot = '', element = ''] = ref.split(':');
  return { snapshot: SnapshotId.parse(snapshot), position: Number(element.slice(1)) };
}

import type { StaleRefHazard } from '@contract/hazard';
import { refParts, type SnapshotId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import type { TraceModel } from '@contract/trace-model';
import { findCall } from './subject';

export interface RefLineage {
  /** The snapshot that the ref came from; null where the trace has none of that name. */
  readonly made: {
    readonly snapshot: SnapshotId;
    readonly at: number;
    readonly turn: number;
    readonly app: string;
    readonly title: string;
  } | null;
  /** When the write that ended the ref's epoch was seen, or else ended; null where no write of the run did. */
  readonly died: { readonly at: number; readonly program: string | null } | null;
}

/** When a ref was made and when it died. Times are monotonic milliseconds since the run began. */
export function refLineage(
  { ref, endedBy }: StaleRefHazard,
  whole: TraceModel,
  events: readonly TraceEvent[],
): RefLineage {
  const { snapshot } = refParts(ref);
  const entry = whole.snapshots.find(({ handle }) => handle.id === snapshot);
  const made =
    entry === undefined
      ? null
      : { snapshot, at: entry.at, turn: entry.turn, app: entry.handle.app, title: entry.handle.title };
  if (endedBy === null) return { made, died: null };
  const call = findCall(whole, endedBy);
  const seen = events.find((event) => event.type === 'epoch-advanced' && event.callId === endedBy);
  const at = seen?.at.mono ?? call?.ended?.at ?? null;
  return { made, died: at === null ? null : { at, program: call?.admission?.program ?? null } };
}

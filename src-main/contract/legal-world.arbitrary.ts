import { BlobId, type CallId, elementRef, snapshotId } from './ids';
import type { TraceBody } from './trace-event';

interface LookingCall {
  readonly id: CallId;
  readonly writes: boolean;
}

/** What calls see and do of the world, whoever makes them. */
export function worldOf(say: (body: TraceBody) => void) {
  let snapshots = 0;
  let epoch = 0;
  const blob = BlobId.parse('0'.repeat(64));
  return {
    look(turn: number, { id: callId, writes }: LookingCall): void {
      if (writes) {
        epoch += 1;
        say({ type: 'epoch-advanced', turn, callId, app: 'x', epoch });
      }
      snapshots += 1;
      const snapshot = { id: snapshotId(snapshots), epoch, app: 'x', title: '', nodeCount: 1, blob };
      say({ type: 'snapshot-taken', turn, callId, cause: writes ? 'after_write' : 'asked', snapshot });
      const size = { width: 800, height: 600, mediaType: 'image/png' as const };
      say({ type: 'screenshot-taken', turn, callId, snapshot: snapshot.id, blob, ...size });
    },
    hazard(turn: number, { id: call }: LookingCall): void {
      const ref = elementRef(snapshotId(1), 1);
      const stale = { pointedTo: 'button "a"', standsNow: null, sentence: 'It is gone.', endedBy: null };
      say({ type: 'hazard-found', hazard: { kind: 'stale_ref', turn, call, ref, ...stale } });
    },
  };
}

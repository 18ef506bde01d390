import { join } from 'node:path';
import { Snapshot } from '../contract/accessibility';
import { type ElementRef, refParts, type SnapshotId } from '../contract/ids';
import type { TraceModel } from '../contract/trace-model';
import { readBlob } from '../trace/blob-folder';
import { recordingFiles } from '../trace/recorder';

/** The snapshots that a run recorded, by the refs that point into them. */
export async function snapshotsOf(
  model: TraceModel,
  folder: string,
): Promise<(ref: ElementRef) => Snapshot | null> {
  const found = new Map<SnapshotId, Snapshot>();
  for (const { handle } of model.snapshots) {
    const bytes = await readBlob(join(folder, recordingFiles.blobs), handle.blob);
    if (bytes.ok) found.set(handle.id, Snapshot.parse(JSON.parse(bytes.value.toString('utf8'))));
  }
  return (ref) => found.get(refParts(ref).snapshot) ?? null;
}

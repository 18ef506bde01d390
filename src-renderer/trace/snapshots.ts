import type { Snapshot } from '@contract/accessibility';
import { ok } from '@contract/failure';
import type { BlobId } from '@contract/ids';
import type { SnapshotHandle } from '@contract/trace-event';
import { useSyncExternalStore } from 'react';
import { interlock } from '../ipc/client';
import { type BlobCache, blobCache, type Loaded, noBlob } from './blobs';
import { useTrace } from './trace-store';

/** A snapshot of 10,000 nodes takes a few megabytes. */
export const snapshotCache = blobCache<Snapshot>(
  (run, blob) => interlock().request('blob:snapshot', { run, blob }),
  24,
);

/** Pictures as data URLs. */
export const pictureCache = blobCache<string>(async (run, blob) => {
  const answer = await interlock().request('blob:picture', { run, blob });
  return answer.ok ? ok(`data:${typeOf(answer.value.base64)};base64,${answer.value.base64}`) : answer;
}, 12);

/** The tree behind a handle of the opened trace; `none` for null. */
export function useSnapshot(handle: SnapshotHandle | null): Loaded<Snapshot> {
  return useBlob(snapshotCache, handle?.blob ?? null);
}

export function usePicture(blob: BlobId | null): Loaded<string> {
  return useBlob(pictureCache, blob);
}

function useBlob<T>(cache: BlobCache<T>, blob: BlobId | null): Loaded<T> {
  const run = useTrace((state) => state.source?.id ?? null);
  const look = () => (run === null || blob === null ? noBlob : cache.get(run, blob));
  return useSyncExternalStore((changed) => cache.subscribe(changed), look);
}

/** PNG bytes begin with 0x89 "PNG", which is `iVBOR` in base64. */
function typeOf(base64: string): string {
  return base64.startsWith('iVBOR') ? 'image/png' : 'image/jpeg';
}

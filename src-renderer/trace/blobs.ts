import { type Failure, failed, type Result, thrownSentence } from '@contract/failure';
import type { BlobId, RunId } from '@contract/ids';

/** Something that lies in a blob, on its way to the window. */
export type Loaded<T> =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void };

export const noBlob = { state: 'none' } as const;

/** The latest blobs asked for. A blob never changes under its id, so what is kept is never stale. */
export interface BlobCache<T> {
  /** Begins to load what it does not have. The same object until something about it has changed. */
  get(run: RunId, blob: BlobId): Loaded<T>;
  /** Called after any change. */
  subscribe(changed: () => void): () => void;
  clear(): void;
}

/** @param capacity blobs kept; the one that was longest not asked for goes first */
export function blobCache<T>(
  load: (run: RunId, blob: BlobId) => Promise<Result<T>>,
  capacity: number,
): BlobCache<T> {
  const kept = new Map<string, Loaded<T>>();
  const listeners = new Set<() => void>();
  const put = (key: string, loaded: Loaded<T>) => {
    kept.delete(key);
    kept.set(key, loaded);
    for (const oldest of kept.keys()) {
      if (kept.size <= capacity) break;
      kept.delete(oldest);
    }
    for (const changed of listeners) changed();
  };
  const begin = (run: RunId, blob: BlobId): Loaded<T> => {
    const key = `${run}/${blob}`;
    const loading: Loaded<T> = { state: 'loading' };
    kept.set(key, loading);
    const settle = (result: Result<T>) => {
      if (kept.get(key) !== loading) return;
      if (result.ok) put(key, { state: 'ready', value: result.value });
      else put(key, { state: 'failed', failure: result.failure, retry: () => put(key, begin(run, blob)) });
    };
    load(run, blob).then(settle, (thrown: unknown) => {
      settle(failed('internal', thrownSentence(thrown), 'Try again; if it stays, open the run again.'));
    });
    return loading;
  };
  return {
    get(run, blob) {
      const key = `${run}/${blob}`;
      const there = kept.get(key);
      if (there === undefined) return begin(run, blob);
      kept.delete(key);
      kept.set(key, there);
      return there;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    clear() {
      kept.clear();
    },
  };
}

import { failed, ok, type Result } from '@contract/failure';
import { BlobId, RunId } from '@contract/ids';
import { describe, expect, it, vi } from 'vitest';
import { blobCache } from './blobs';

const run = RunId.parse('a-run');
const blob = (at: number) => BlobId.parse(String(at).padStart(64, '0'));

/** Loads that the test settles by hand, in the order in which they were asked for. */
function held() {
  const asked: Array<{
    readonly blob: BlobId;
    settle(result: Result<string>): void;
    throws(error: Error): void;
  }> = [];
  const cache = blobCache<string>(
    (_, each) =>
      new Promise((resolve, reject) => {
        asked.push({ blob: each, settle: resolve, throws: reject });
      }),
    2,
  );
  return { asked, cache };
}

describe('a cache of blobs', () => {
  it('loads once, tells when it is there, and gives the same object until then', async () => {
    const { asked, cache } = held();
    const heard = vi.fn<() => void>();
    cache.subscribe(heard);
    const first = cache.get(run, blob(1));
    expect(first).toEqual({ state: 'loading' });
    expect(cache.get(run, blob(1))).toBe(first);
    asked[0]?.settle(ok('tree'));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(cache.get(run, blob(1))).toEqual({ state: 'ready', value: 'tree' });
    expect(asked).toHaveLength(1);
  });

  it('keeps the latest used, and loads again what it let go', async () => {
    const { asked, cache } = held();
    for (const each of [1, 2]) {
      cache.get(run, blob(each));
      asked.at(-1)?.settle(ok(`tree ${each}`));
    }
    await vi.waitFor(() => expect(cache.get(run, blob(2)).state).toBe('ready'));
    cache.get(run, blob(1));
    cache.get(run, blob(3));
    asked.at(-1)?.settle(ok('tree 3'));
    await vi.waitFor(() => expect(cache.get(run, blob(3)).state).toBe('ready'));
    expect(cache.get(run, blob(1)).state).toBe('ready');
    expect(cache.get(run, blob(2)).state).toBe('loading');
  });

  it('says why a blob is not there, and tries again when asked to', async () => {
    const { asked, cache } = held();
    cache.get(run, blob(1));
    asked[0]?.settle(failed('blob_missing', 'It is gone.', 'Look elsewhere.'));
    await vi.waitFor(() => expect(cache.get(run, blob(1)).state).toBe('failed'));
    const lost = cache.get(run, blob(1));
    if (lost.state !== 'failed') throw new Error('it should have failed');
    expect(lost.failure.code).toBe('blob_missing');
    lost.retry();
    expect(cache.get(run, blob(1)).state).toBe('loading');
    asked[1]?.settle(ok('found'));
    await vi.waitFor(() => expect(cache.get(run, blob(1))).toEqual({ state: 'ready', value: 'found' }));
  });

  it('turns a broken wire into a failure', async () => {
    const { asked, cache } = held();
    cache.get(run, blob(1));
    asked[0]?.throws(new Error('the wire is cut'));
    await vi.waitFor(() =>
      expect(cache.get(run, blob(1))).toMatchObject({
        state: 'failed',
        failure: { code: 'internal', sentence: 'the wire is cut' },
      }),
    );
  });
});

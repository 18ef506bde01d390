import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result, thrownSentence } from '../contract/failure';
import { type BlobId, RunId } from '../contract/ids';
import type { OpenedTrace, RunEntry } from '../contract/ipc';
import { readBlob } from './blob-folder';
import { entryOf } from './entry';
import { readTrace } from './reader';
import { recordingFiles } from './recorder';
import { defaultName, giveName, givenName, type TitleOf } from './recording-name';
import { readIndex, versionOf, writeIndex } from './run-index';

/** The recordings under one home. */
export interface Library {
  /** Where a run's recording is, or would be. */
  folderOf(id: RunId): string;
  /** Newest first. @param live the run that is still going on */
  list(live: RunId | null): Promise<Result<RunEntry[]>>;
  open(id: RunId, live: RunId | null): Promise<Result<OpenedTrace>>;
  rename(id: RunId, name: string): Promise<Result<null>>;
  /** Moved aside, until `restore` or the next `emptyTrash`. */
  remove(id: RunId): Promise<Result<null>>;
  restore(id: RunId): Promise<Result<null>>;
  emptyTrash(): Promise<Result<null>>;
  blob(id: RunId, blob: BlobId): Promise<Result<Buffer>>;
}

/** Recordings read at one time when the index has no row for them. */
const abreast = 8;

/** @param home holds `recordings` and `trash`; either may be missing */
export function openLibrary(home: string, titleOf: TitleOf): Library {
  const recordings = join(home, 'recordings');
  const trash = join(home, 'trash');
  const index = join(recordings, 'index.json');
  const folderOf = (id: RunId) => join(recordings, id);

  async function move(id: RunId, from: string, to: string): Promise<Result<null>> {
    return attempt(async () => {
      if (!(await isFolder(join(from, id)))) return gone(id);
      await mkdir(to, { recursive: true });
      await rename(join(from, id), join(to, id));
      return ok(null);
    });
  }

  return {
    folderOf,
    list: (live) =>
      attempt(async () => {
        const known = await readIndex(index);
        const ids = await idsIn(recordings);
        const rows = await inTurns(ids, abreast, async (id) => {
          const version = await versionOf(folderOf(id));
          const row = known[id];
          if (row?.version === version && id !== live) return { version, entry: row.entry };
          return { version, entry: await entryOf(id, folderOf(id), id === live, titleOf) };
        });
        const settled = rows.filter(({ entry }) => entry.id !== live);
        const changed = settled.some(({ entry, version }) => known[entry.id]?.version !== version);
        if (changed || settled.length !== Object.keys(known).length) {
          await writeIndex(index, Object.fromEntries(settled.map((row) => [row.entry.id, row])));
        }
        return ok(rows.map(({ entry }) => entry).toSorted(newestFirst));
      }),
    open: (id, live) =>
      attempt(async () => {
        const folder = folderOf(id);
        const read = await readTrace(join(folder, recordingFiles.trace), { live: id === live });
        if (!read.ok) return read.failure.code === 'trace_not_found' ? gone(id) : read;
        const { events, model, notes } = read.value;
        const asked = model.run === null ? id : defaultName(model.run.request, titleOf);
        const name = (await givenName(folder)) ?? asked;
        return ok({ id, name, origin: 'library', events: [...events], live: id === live, notes: [...notes] });
      }),
    rename: (id, name) =>
      attempt(async () => {
        if (!(await isFolder(folderOf(id)))) return gone(id);
        await giveName(folderOf(id), name);
        return ok(null);
      }),
    remove: (id) => move(id, recordings, trash),
    restore: (id) => move(id, trash, recordings),
    emptyTrash: () =>
      attempt(async () => {
        await rm(trash, { recursive: true, force: true });
        return ok(null);
      }),
    blob: (id, blob) => readBlob(join(folderOf(id), recordingFiles.blobs), blob),
  };
}

function newestFirst(a: RunEntry, b: RunEntry): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1);
}

async function idsIn(folder: string): Promise<RunId[]> {
  await mkdir(folder, { recursive: true });
  const found = await readdir(folder, { withFileTypes: true });
  return found.flatMap((each) => {
    const id = RunId.safeParse(each.name);
    return each.isDirectory() && id.success ? [id.data] : [];
  });
}

async function inTurns<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += width) {
    results.push(...(await Promise.all(items.slice(at, at + width).map(work))));
  }
  return results;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function gone(id: RunId): Result<never> {
  return failed('trace_not_found', `There is no recording ${id}.`, 'Refresh the list of runs.');
}

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (thrown) {
    return failed(
      'io_failed',
      `The recordings could not be reached: ${thrownSentence(thrown)}.`,
      'Check the disk and the rights of the recordings folder.',
    );
  }
}

import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { failed, ok, type Result } from '../contract/failure';
import type { BlobId, RunId } from '../contract/ids';
import type { OpenedTrace } from '../contract/ipc';
import { readBlob } from './blob-folder';
import type { Library } from './library';
import { readTrace } from './reader';
import { recordingFiles } from './recorder';

/** Recordings from outside the library, for as long as the app runs. Nothing of them is changed. */
export interface OpenedFiles {
  /** @param path a recording's file, or a folder that holds one */
  open(path: string, live: RunId | null): Promise<Result<OpenedTrace>>;
  /** From beside an opened file, else from the library. */
  blob(id: RunId, blob: BlobId): Promise<Result<Buffer>>;
}

export function openedFiles(library: Library): OpenedFiles {
  const folders = new Map<RunId, string>();

  return {
    async open(path, live) {
      const found = await traceAt(path);
      if (!found.ok) return found;
      const file = found.value;
      const read = await readTrace(file);
      if (!read.ok) return read;
      const { events, model, notes } = read.value;
      const id = model.run?.runId;
      if (id === undefined)
        return failed('internal', 'A recording without a start was read.', 'Report this.');
      const folder = dirname(file);
      if (await isSame(folder, library.folderOf(id))) return library.open(id, live);
      folders.set(id, folder);
      const isNamedByFolder = basename(file) === recordingFiles.trace;
      const name = isNamedByFolder ? basename(folder) : basename(file, extname(file));
      return ok({ id, name, origin: 'file', events: [...events], live: false, notes: [...notes] });
    },
    async blob(id, blob) {
      const folder = folders.get(id);
      if (folder !== undefined) {
        const beside = await readBlob(join(folder, recordingFiles.blobs), blob);
        if (beside.ok) return beside;
      }
      return library.blob(id, blob);
    },
  };
}

async function traceAt(path: string): Promise<Result<string>> {
  try {
    if (!(await stat(path)).isDirectory()) return ok(path);
    const names = await readdir(path);
    const traces = names.filter((name) => extname(name) === '.jsonl');
    const only = traces.length === 1 ? traces[0] : undefined;
    const chosen = names.includes(recordingFiles.trace) ? recordingFiles.trace : only;
    if (chosen !== undefined) return ok(join(path, chosen));
    return failed(
      'trace_not_found',
      `The folder ${path} holds ${traces.length === 0 ? 'no recording' : 'several recordings'}.`,
      'Choose the trace.jsonl of one recording.',
    );
  } catch {
    return failed(
      'trace_not_found',
      `There is nothing to read at ${path}.`,
      'Check the path and your rights.',
    );
  }
}

async function isSame(a: string, b: string): Promise<boolean> {
  try {
    return (await realpath(a)) === (await realpath(b));
  } catch {
    return false;
  }
}

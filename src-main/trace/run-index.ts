import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RunEntry } from '../contract/ipc';
import { writeAtomically } from './atomic-file';
import { recordingFiles } from './recorder';

/** What a row was made from: it is good for as long as these files are. */
const Version = z.string();
const Index = z.record(z.string(), z.object({ version: Version, entry: RunEntry }));
type Index = z.infer<typeof Index>;

/** Changes with how rows are made: those of before are made anew. */
const making = 2;

/** Changes whenever the recording or its name does. */
export async function versionOf(folder: string): Promise<string> {
  const [trace, meta] = await Promise.all([
    mark(join(folder, recordingFiles.trace)),
    mark(join(folder, recordingFiles.meta)),
  ]);
  return `${making} ${trace} ${meta}`;
}

async function mark(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size}:${mtimeMs}`;
  } catch {
    return 'none';
  }
}

/** Rows that were made before. A cache: where it can't be read, it is empty and gets made anew. */
export async function readIndex(path: string): Promise<Index> {
  try {
    return Index.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return {};
  }
}

export async function writeIndex(path: string, index: Index): Promise<void> {
  await writeAtomically(path, JSON.stringify(index));
}

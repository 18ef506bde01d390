import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../contract/failure';
import { BlobId } from '../contract/ids';

/** Larger than any snapshot or picture of ours; a file beyond it is not one. */
const largestBlob = 64 * 1024 * 1024;

/**
 * Keeps the bytes under the name of their hash, and keeps them once. On return a whole file is in place: a kill in between
 * leaves at most a temporary one. Throws where the disk refuses.
 */
export function writeBlob(folder: string, bytes: Uint8Array): BlobId {
  const id = blobIdOf(bytes);
  const path = join(folder, id);
  if (existsSync(path)) return id;
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `${id}.${process.pid}.tmp`);
  writeFileSync(unfinished, bytes, { mode: 0o600 });
  renameSync(unfinished, path);
  return id;
}

/** The bytes, if they still are what the name says. Links are not followed. */
export async function readBlob(folder: string, id: BlobId): Promise<Result<Buffer>> {
  const path = join(folder, id);
  try {
    const found = await lstat(path);
    if (!found.isFile() || found.size > largestBlob) return missing('is not a file of ours');
    const bytes = await readFile(path);
    return blobIdOf(bytes) === id ? ok(bytes) : missing('was changed after it was recorded');
  } catch {
    return missing('is not among the recording’s files');
  }
}

export function blobIdOf(bytes: Uint8Array): BlobId {
  return BlobId.parse(createHash('sha256').update(bytes).digest('hex'));
}

function missing(why: string): Result<never> {
  return failed(
    'blob_missing',
    `The stored snapshot or picture ${why}.`,
    'The rest of the recording can still be read.',
  );
}

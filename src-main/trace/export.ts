import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { failed, ok, type Result, thrownSentence } from '../contract/failure';
import { recordingFiles } from './recorder';

/** Copies a recording to `file`, its blobs into `blobs` beside it: they are named by content, so several may share it. */
export async function exportRecording(folder: string, file: string): Promise<Result<null>> {
  const target = resolve(file);
  try {
    const blobs = join(dirname(target), recordingFiles.blobs);
    const from = join(folder, recordingFiles.blobs);
    await mkdir(blobs, { recursive: true });
    const names = await blobNames(from);
    for (const name of names) await copyFile(join(from, name), join(blobs, name));
    await copyFile(join(folder, recordingFiles.trace), target);
    return ok(null);
  } catch (thrown) {
    return failed(
      'io_failed',
      `The recording could not be copied to ${target}: ${thrownSentence(thrown)}.`,
      `It is still at ${folder}.`,
    );
  }
}

/** A run that never looked has none. */
async function blobNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  } catch {
    return [];
  }
}

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunId } from '../contract/ids';
import type { RunEntry } from '../contract/ipc';
import { summarise } from '../contract/summary';
import { readTrace } from './reader';
import { recordingFiles } from './recorder';
import { defaultName, givenName, type TitleOf } from './recording-name';

/** A recording as a row of the runs list; what can't be read has a row as well, which says why. */
export async function entryOf(id: RunId, folder: string, live: boolean, titleOf: TitleOf): Promise<RunEntry> {
  const path = join(folder, recordingFiles.trace);
  const [name, read] = await Promise.all([givenName(folder), readTrace(path, { live })]);
  if (!read.ok) {
    const startedAt = await birthOf(folder);
    return { id, name: name ?? id, task: '', startedAt, target: null, summary: null, failure: read.failure };
  }
  const { run } = read.value.model;
  const task = run?.request.task ?? '';
  return {
    id,
    name: name ?? (run === null ? id : defaultName(run.request, titleOf)),
    task,
    startedAt: run?.at.wall ?? 0,
    target: run?.request.target ?? null,
    summary: summarise(read.value.model),
    failure: null,
  };
}

async function birthOf(folder: string): Promise<number> {
  try {
    return (await stat(folder)).birthtimeMs;
  } catch {
    return 0;
  }
}

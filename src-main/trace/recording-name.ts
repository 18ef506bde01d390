import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DemoName, RunRequest } from '../contract/run-options';
import { writeAtomically } from './atomic-file';
import { recordingFiles } from './recorder';

const Meta = z.object({ name: z.string().min(1) });

/** As long as a row of the runs list has room for. */
const longestDefault = 80;

/** What a person called the recording; null where nobody did, or where that can't be read. */
export async function givenName(folder: string): Promise<string | null> {
  try {
    return Meta.parse(JSON.parse(await readFile(join(folder, recordingFiles.meta), 'utf8'))).name;
  } catch {
    return null;
  }
}

export async function giveName(folder: string, name: string): Promise<void> {
  await writeAtomically(join(folder, recordingFiles.meta), `${JSON.stringify({ name })}\n`);
}

/** What a demo is called. */
export type TitleOf = (demo: DemoName) => string;

/** Of a demo its title, else the first line of the task, shortened. */
export function defaultName({ model, task }: RunRequest, titleOf: TitleOf): string {
  if (model.provider === 'scripted') return titleOf(model.demo);
  const line = task.trim().split('\n', 1)[0] ?? '';
  return line.length > longestDefault ? `${line.slice(0, longestDefault - 1)}…` : line;
}

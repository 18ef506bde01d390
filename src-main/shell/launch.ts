import { resolve } from 'node:path';
import { z } from 'zod';
import { type Command, readCommand, type WantedRun } from '../cli';
import type { Failure } from '../contract/failure';
import { practice } from '../contract/target';
import type { Notices } from '../ipc/notices';
import { runRequest } from '../runs/run-request';
import type { Engine } from './engine';

/** What a launch of the app asks its window for. `open` is absolute. */
export interface Launch {
  readonly run: WantedRun | null;
  readonly open: string | null;
}

/** What a further launch hands to the app that is there already: the person's words, and where they stood. */
const Further = z.object({ args: z.array(z.string()).readonly(), workingDirectory: z.string() });
export type Further = z.infer<typeof Further>;

/** @param workingDirectory where relative paths begin */
export function launchFrom(
  { run, open }: Extract<Command, { kind: 'window' }>,
  workingDirectory: string,
): Launch {
  return { run, open: open === null ? null : resolve(workingDirectory, open) };
}

/** Nothing to do but to come to the front, where the words asked for something else than a window. */
export function furtherLaunch(handed: unknown): Launch {
  const further = Further.safeParse(handed);
  const command = further.success ? readCommand(further.data.args) : null;
  if (command?.kind !== 'window' || !further.success) return { run: null, open: null };
  return launchFrom(command, further.data.workingDirectory);
}

/** Does what a further launch asks for, in the window that is there already. */
export async function launchAgain(
  { run, open }: Launch,
  engine: Engine,
  notices: Notices,
  problem: (failure: Failure) => void,
): Promise<void> {
  if (open !== null) notices.tell('launch:open', { path: open });
  if (run === null) return;
  const started = await engine.runs.start(runRequest(run, practice, engine.settings.current, engine.demos));
  if (started.ok) notices.tell('launch:open', { path: engine.library.folderOf(started.value.id) });
  else problem(started.failure);
}

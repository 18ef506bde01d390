import type { WantedRun } from '../cli';
import type { Failure } from '../contract/failure';
import type { Notices } from '../ipc/notices';
import { runRequest } from '../runs/run-request';
import type { Engine } from './engine';

/** What a launch of the app asks its window for. `open` is absolute. */
export interface Launch {
  readonly run: WantedRun | null;
  readonly open: string | null;
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
  const started = await engine.runs.start(runRequest(run, engine.settings.current, engine.demos));
  if (started.ok) notices.tell('launch:open', { path: engine.library.folderOf(started.value.id) });
  else problem(started.failure);
}

import { type Failure, failed, type Result, thrownSentence } from '@contract/failure';
import type { Bootstrap } from '@contract/ipc';
import { setDraft } from '../composer/draft-store';
import { interlock } from '../ipc/client';
import { hearMcp } from '../mcp/mcp-store';
import { listRuns, openFile, openRun, startRun } from './actions';
import { sayFailure, useApp } from './app-store';
import { obey } from './commands';
import { hearActive, hearEvents } from './hear-run';

/**
 * Listens to the main process, then asks what there is to know.
 * @returns how to stop listening
 */
export function startUp(): () => void {
  const main = interlock();
  const stops = [
    main.listen('trace:events', ({ id, events }) => hearEvents(id, events)),
    main.listen('run:active', ({ id }) => hearActive(id)),
    main.listen('runs:changed', () => void listRuns()),
    main.listen('menu:command', obey),
    main.listen('launch:open', ({ path }) => void openFile(path)),
    main.listen('mcp:changed', hearMcp),
    main.listen('problem', sayFailure),
  ];
  void begin();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Also once more, where it failed before. */
export async function begin(): Promise<void> {
  const answer = await bootstrap();
  if (!answer.ok) {
    fail(answer.failure);
    return;
  }
  const { launch, activeRun } = answer.value;
  setDraft(answer.value);
  hearActive(activeRun);
  useApp.setState({ phase: { kind: 'ready', about: answer.value } });
  await listRuns();
  if (activeRun !== null) await openRun(activeRun);
  if (launch.open !== null) await openFile(launch.open);
  if (launch.run !== null) await startRun(launch.run);
}

function fail(failure: Failure): void {
  useApp.setState({ phase: { kind: 'failed', failure } });
}

/** Nothing is there yet that could show what was thrown. */
async function bootstrap(): Promise<Result<Bootstrap>> {
  try {
    return await interlock().request('bootstrap', null);
  } catch (thrown) {
    return failed('internal', `The window could not be set up: ${thrownSentence(thrown)}`, 'Try again.');
  }
}

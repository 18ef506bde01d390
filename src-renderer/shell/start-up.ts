import { setDraft } from '../composer/draft-store';
import { interlock } from '../ipc/client';
import { useTrace } from '../trace/trace-store';
import { listRuns, openFile, startRun } from './actions';
import { say, useApp } from './app-store';
import { obey } from './commands';

/**
 * Listens to the main process, then asks what there is to know.
 * @returns how to stop listening
 */
export function startUp(): () => void {
  const main = interlock();
  const stops = [
    main.listen('trace:events', ({ id, events }) => {
      useTrace.getState().append(id, events);
      if (events.at(-1)?.type !== 'run-ended') return;
      useApp.setState(({ activeRun }) => ({ activeRun: activeRun === id ? null : activeRun }));
    }),
    main.listen('runs:changed', () => void listRuns()),
    main.listen('menu:command', obey),
    main.listen('launch:open', ({ path }) => void openFile(path)),
  ];
  void main.request('bootstrap', null).then(async (answer) => {
    if (!answer.ok) {
      useApp.setState({ phase: { kind: 'failed', failure: answer.failure } });
      return;
    }
    setDraft(answer.value);
    useApp.setState({ phase: { kind: 'ready', about: answer.value } });
    await listRuns();
    const { run, open } = answer.value.launch;
    if (open !== null) await openFile(open);
    if (run !== null && !(await startRun(run))) say('The run that the command line asked for did not start.');
  });
  return () => {
    for (const stop of stops) stop();
  };
}

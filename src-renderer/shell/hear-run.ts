import type { RunId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import { statusWords } from '../library/status-words';
import { useTrace } from '../trace/trace-store';
import { openRun } from './actions';
import { say, useApp } from './app-store';

/** What happened in the run under way, opened or not. */
export function hearEvents(id: RunId, events: readonly TraceEvent[]): void {
  useTrace.getState().append(id, events);
  const last = events.at(-1);
  if (last?.type !== 'run-ended') return;
  useApp.setState({ ended: { status: last.status, failure: last.failure } });
  if (useTrace.getState().source?.id === id) return;
  const name = useApp.getState().runs?.find((entry) => entry.id === id)?.name ?? 'The run';
  say(`"${name}" has ended: ${statusWords[last.status].label}.`, {
    label: 'Open',
    run: () => void openRun(id),
  });
}

/** The main process alone knows whether a run is under way. */
export function hearActive(id: RunId | null): void {
  useApp.setState(
    id === null ? { activity: { kind: 'idle' } } : { activity: { kind: 'running', id }, ended: null },
  );
}

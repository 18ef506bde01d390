import type { StopSource } from '@contract/trace-event';
import { startRun, stopRun } from '../shell/actions';
import { useApp } from '../shell/app-store';
import { focusPlace } from '../shell/places';
import { showComplaint } from './complaint-store';
import { draftedRequest, useDraft } from './draft-store';

/** Starts what is drafted, or says at its field what is missing. */
export async function runDraft(): Promise<void> {
  const { phase, activeRun } = useApp.getState();
  if (phase.kind !== 'ready' || activeRun !== null) return;
  const drafted = draftedRequest(useDraft.getState(), phase.about.keySource !== 'none');
  if (drafted.ready) {
    showComplaint(null);
    await startRun(drafted.request);
    return;
  }
  showComplaint({ field: drafted.field, sentence: drafted.sentence });
  if (drafted.field === 'task') focusPlace('task');
}

export async function stopActive(by: StopSource): Promise<void> {
  if (useApp.getState().activeRun !== null) await stopRun(by);
}

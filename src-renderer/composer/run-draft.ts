import type { StopSource } from '@contract/trace-event';
import { changeSettings, startRun, stopRun } from '../shell/actions';
import { isBusy, useApp } from '../shell/app-store';
import { focusPlace } from '../shell/places';
import { showComplaint } from './complaint-store';
import { draftedRequest, useDraft } from './draft-store';

/** Starts what is drafted, or says at its field what is missing. */
export async function runDraft(): Promise<void> {
  const { phase } = useApp.getState();
  if (phase.kind !== 'ready' || isBusy(useApp.getState())) return;
  const drafted = draftedRequest(useDraft.getState(), phase.about.keySource !== 'none');
  if (drafted.ready) {
    showComplaint(null);
    if (await startRun(drafted.request)) rememberDraft();
    return;
  }
  showComplaint({ field: drafted.field, sentence: drafted.sentence });
  if (drafted.field === 'task') focusPlace('task');
}

/** The next window begins with what was last run. */
function rememberDraft(): void {
  const { provider, demo, modelName: anthropicModel, mode } = useDraft.getState();
  changeSettings({ provider, demo, anthropicModel, mode });
}

export async function stopActive(by: StopSource): Promise<void> {
  if (isBusy(useApp.getState())) await stopRun(by);
}

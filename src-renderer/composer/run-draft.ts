import { missingKey } from '@contract/model-server';
import type { StopSource } from '@contract/trace-event';
import { usePrograms } from '../programs/programs-store';
import { changeSettings, startRun, stopRun } from '../shell/actions';
import { isBusy, useApp } from '../shell/app-store';
import { focusPlace } from '../shell/places';
import { showComplaint } from './complaint-store';
import { draftedRequest, useDraft } from './draft-store';
import { targetTrouble } from './target-trouble';

/** Starts what is drafted, or says at its field what is missing. */
export async function runDraft(): Promise<void> {
  const { phase } = useApp.getState();
  if (phase.kind !== 'ready' || isBusy(useApp.getState())) return;
  const draft = useDraft.getState();
  const { settings, keySources } = phase.about;
  const drafted = draftedRequest(draft, missingKey(draft.provider, settings, keySources));
  const barred = drafted.ready ? barredTarget() : null;
  if (barred !== null) {
    showComplaint({ field: 'target', sentence: barred });
    return;
  }
  if (drafted.ready) {
    showComplaint(null);
    if (await startRun(drafted.request)) rememberDraft();
    return;
  }
  showComplaint({ field: drafted.field, sentence: drafted.sentence });
  if (drafted.field === 'task') focusPlace('task');
}

/** Why the chosen program cannot be driven at all, as far as the window knows; the main process has the last word. */
function barredTarget(): string | null {
  const trouble = targetTrouble(useDraft.getState().target, usePrograms.getState().listed, null);
  if (trouble === null) return null;
  return trouble.kind === 'quit' ? `${trouble.sentence} Choose a target that is running.` : trouble.sentence;
}

/** The next window begins with what was last run. */
function rememberDraft(): void {
  const { provider, demo, modelNames, openaiApi, mode, crews, crewKind } = useDraft.getState();
  const { anthropic: anthropicModel, openai: openaiModel } = modelNames;
  const named = provider === 'openai' ? { openaiModel, openaiApi } : { anthropicModel };
  const ours = provider !== 'scripted' && { ...named, crew: crews[crewKind] };
  changeSettings({ provider, demo, mode, ...ours });
}

export async function stopActive(by: StopSource): Promise<void> {
  if (isBusy(useApp.getState())) await stopRun(by);
}

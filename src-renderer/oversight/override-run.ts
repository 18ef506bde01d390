import { withOverride } from '@contract/overrides';
import type { Override, OverrideChange } from '@contract/run-options';
import { useDraft } from '../composer/draft-store';
import { changeSettings, overrideTool } from '../shell/actions';
import { useApp } from '../shell/app-store';

/** Says how the run under way treats a tool; where it is remembered, every run that follows does too. */
export async function overrideRun(change: OverrideChange): Promise<void> {
  if (!(await overrideTool(change)) || !change.remembered) return;
  const { phase } = useApp.getState();
  if (phase.kind !== 'ready') return;
  const { tool, override } = change;
  changeSettings({ overrides: withOverride(phase.about.settings.overrides, tool, override) });
  useDraft.setState(({ overrides }) => ({ overrides: withOverride(overrides, tool, override) }));
}

/** What a run that is started without another word does with a tool. */
export function useRemembered(tool: string): Override | null {
  return useApp(({ phase }) =>
    phase.kind === 'ready' ? (phase.about.settings.overrides[tool] ?? null) : null,
  );
}

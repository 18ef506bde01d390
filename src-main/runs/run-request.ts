import type { WantedRun } from '../cli';
import type { Crew, CrewKind } from '../contract/crew';
import { defaultCrews } from '../contract/default-crews';
import type { DemoInfo } from '../contract/ipc';
import type { ModelChoice, RunRequest } from '../contract/run-options';
import type { Settings } from '../contract/settings';
import type { Target } from '../contract/target';

/**
 * What the command line asked for, filled up from the settings.
 * @param target the one that it named, as it was found; a demo has one of its own
 */
export function runRequest(
  { what, mode, approvals: said }: WantedRun,
  target: Target,
  settings: Settings,
  demos: readonly DemoInfo[],
): RunRequest {
  const { limits, overrides } = settings;
  const model = modelOf(what, settings);
  if (what.kind === 'task') {
    const crew = what.agents === null ? settings.crew : crewOf(what.agents, settings);
    return {
      task: what.task.trim(),
      model,
      mode,
      target,
      limits,
      overrides,
      crew,
      approvals: said ?? settings.approvals,
    };
  }
  const demo = demos.find(({ name }) => name === what.demo);
  if (demo === undefined) throw new Error(`no demo ${what.demo}`);
  const { task, crew } = demo;
  const approvals = said ?? demo.approvals;
  return { task, model, mode, target: { kind: demo.target }, limits, overrides, crew, approvals };
}

/** The person's own crew, where it is of that kind. */
function crewOf(kind: CrewKind, { crew }: Settings): Crew {
  return crew.kind === kind ? crew : defaultCrews[kind];
}

function modelOf(what: WantedRun['what'], settings: Settings): ModelChoice {
  if (what.kind === 'demo') {
    return { provider: 'scripted', demo: what.demo, thinkingMs: what.thinkingMs ?? settings.thinkingMs };
  }
  if ((what.provider ?? settings.provider) !== 'openai') {
    return { provider: 'anthropic', name: what.model ?? settings.anthropicModel };
  }
  return { provider: 'openai', name: what.model ?? settings.openaiModel, api: settings.openaiApi };
}

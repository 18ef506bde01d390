import { Bootstrap } from '../contract/ipc';
import { practice } from '../contract/target';
import { modelNames } from '../providers/anthropic/models';
import { openaiModelNames } from '../providers/openai/models';
import { runRequest } from '../runs/run-request';
import type { Engine } from './engine';
import type { Launch } from './launch';

/** What the window is told at its start. */
export function bootstrapOf(engine: Engine, appVersion: string, { run, open }: Launch): Bootstrap {
  const { settings, keys, tools, demos, runs } = engine;
  return {
    appVersion,
    platform: Bootstrap.shape.platform.parse(process.platform),
    settings: settings.current,
    keySources: { anthropic: keys.anthropic.source, openai: keys.openai.source },
    tools: [...tools],
    demos: [...demos],
    models: { anthropic: [...modelNames], openai: [...openaiModelNames] },
    targets: [...engine.targets],
    activeRun: runs.live,
    launch: { run: run === null ? null : runRequest(run, practice, settings.current, demos), open },
  };
}

import type { Bootstrap, DemoInfo } from '@contract/ipc';
import { type DemoName, type Limits, type Mode, type Overrides, RunRequest } from '@contract/run-options';
import { defaultSettings, type Settings } from '@contract/settings';
import type { Target } from '@contract/target';
import { create } from 'zustand';

/** The run that is being put together. */
export interface Draft {
  readonly task: string;
  readonly target: Target;
  readonly provider: Settings['provider'];
  readonly demo: DemoName;
  readonly thinkingMs: number;
  readonly modelName: string;
  readonly mode: Mode;
  readonly limits: Limits;
  readonly overrides: Overrides;
}

export const useDraft = create<Draft>()(() => ({
  task: '',
  target: { kind: 'practice' },
  ...fromSettings(defaultSettings),
}));

function fromSettings(settings: Settings): Omit<Draft, 'task' | 'target'> {
  const { provider, demo, thinkingMs, anthropicModel: modelName, mode, limits, overrides } = settings;
  return { provider, demo, thinkingMs, modelName, mode, limits, overrides };
}

/** As the settings have it, or as the command line asked. */
export function setDraft({ settings, demos, launch }: Bootstrap): void {
  useDraft.setState({ task: '', ...fromSettings(settings) });
  const demo = demos.find(({ name }) => name === settings.demo);
  if (settings.provider === 'scripted' && demo !== undefined) chooseDemo(demo);
  if (launch.run !== null) setDraftFrom(launch.run);
}

/** The same run once more. */
export function setDraftFrom(request: RunRequest): void {
  const { task, target, mode, limits, overrides, model } = request;
  useDraft.setState({ task, target, mode, limits, overrides, provider: model.provider });
  if (model.provider === 'scripted') useDraft.setState({ demo: model.demo, thinkingMs: model.thinkingMs });
  else useDraft.setState({ modelName: model.name });
}

/** A demo brings its own task and its own target; a task that the person wrote for a real model is not overwritten by choosing one. */
export function chooseDemo(demo: DemoInfo): void {
  useDraft.setState({
    provider: 'scripted',
    demo: demo.name,
    task: demo.task,
    target: { kind: demo.target },
  });
}

export type Drafted =
  | { readonly ready: true; readonly request: RunRequest }
  /** Why it can't run yet, by the field that has to change. */
  | { readonly ready: false; readonly field: 'task' | 'model' | 'limits'; readonly sentence: string };

/** The draft as a request, or what is missing, in a sentence. */
export function draftedRequest(draft: Draft, hasKey: boolean): Drafted {
  if (draft.task.trim() === '') return missing('task', 'Say what is to be done.');
  if (draft.provider === 'anthropic' && draft.modelName.trim() === '')
    return missing('model', 'Name the model.');
  if (draft.provider === 'anthropic' && !hasKey) {
    return missing('model', 'There is no Anthropic key yet. Enter one in Settings, or run a scripted demo.');
  }
  const { task, target, mode, limits, overrides } = draft;
  const model =
    draft.provider === 'scripted'
      ? { provider: 'scripted', demo: draft.demo, thinkingMs: draft.thinkingMs }
      : { provider: 'anthropic', name: draft.modelName.trim() };
  const parsed = RunRequest.safeParse({ task, target, model, mode, limits, overrides });
  if (parsed.success) return { ready: true, request: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path[0] === 'task' ? 'task' : issue?.path[0] === 'model' ? 'model' : 'limits';
  return missing(field, `${issue?.path.join(' ') ?? 'The draft'}: ${issue?.message ?? 'is not valid'}.`);
}

function missing(field: 'task' | 'model' | 'limits', sentence: string): Drafted {
  return { ready: false, field, sentence };
}

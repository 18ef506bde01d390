import { alone, type Crew, type CrewKind } from '@contract/crew';
import { defaultCrews } from '@contract/default-crews';
import type { Bootstrap, DemoInfo } from '@contract/ipc';
import { keyOwnerNames } from '@contract/model-server';
import {
  type Approvals,
  type DemoName,
  type Limits,
  type Mode,
  type OpenaiApi,
  type Overrides,
  RunRequest,
} from '@contract/run-options';
import { defaultSettings, type KeyOwner, type Settings } from '@contract/settings';
import type { Target } from '@contract/target';
import { create } from 'zustand';
import { type Crews, flawsOf, inWords } from './crew-draft';

/** The run that is being put together. */
export interface Draft {
  readonly task: string;
  readonly target: Target;
  readonly provider: Settings['provider'];
  readonly demo: DemoName;
  readonly thinkingMs: number;
  /** Each provider's own, so that a change of mind loses none. */
  readonly modelNames: Readonly<Record<KeyOwner, string>>;
  readonly openaiApi: OpenaiApi;
  readonly mode: Mode;
  readonly limits: Limits;
  readonly overrides: Overrides;
  readonly approvals: Approvals;
  /** Of a task for a model. */
  readonly crewKind: CrewKind;
  readonly crews: Crews;
  /** The one that the chosen demo brings. */
  readonly demoCrew: Crew;
}

export const useDraft = create<Draft>()(() => ({
  task: '',
  target: { kind: 'practice' },
  ...fromSettings(defaultSettings),
}));

function fromSettings(settings: Settings): Omit<Draft, 'task' | 'target'> {
  const { provider, demo, thinkingMs, openaiApi, mode, limits, overrides, crew, approvals } = settings;
  const modelNames = { anthropic: settings.anthropicModel, openai: settings.openaiModel };
  return {
    provider,
    demo,
    thinkingMs,
    modelNames,
    openaiApi,
    mode,
    limits,
    overrides,
    approvals,
    ...ownCrew(crew, defaultCrews),
    demoCrew: alone,
  };
}

function ownCrew(crew: Crew, crews: Crews): Pick<Draft, 'crewKind' | 'crews'> {
  return { crewKind: crew.kind, crews: { ...crews, [crew.kind]: crew } };
}

/** Who would work on it. */
export function draftedCrew({ provider, demoCrew, crews, crewKind }: Draft): Crew {
  return provider === 'scripted' ? demoCrew : crews[crewKind];
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
  const { task, target, mode, limits, overrides, approvals, crew, model } = request;
  useDraft.setState({ task, target, mode, limits, overrides, approvals, provider: model.provider });
  const { crews } = useDraft.getState();
  useDraft.setState(model.provider === 'scripted' ? { demoCrew: crew } : ownCrew(crew, crews));
  if (model.provider === 'scripted') useDraft.setState({ demo: model.demo, thinkingMs: model.thinkingMs });
  else nameModel(model.provider, model.name);
  if (model.provider === 'openai') useDraft.setState({ openaiApi: model.api });
}

export function nameModel(provider: KeyOwner, name: string): void {
  useDraft.setState(({ modelNames }) => ({ modelNames: { ...modelNames, [provider]: name } }));
}

/** A demo brings its own task and its own target; a task that the person wrote for a real model is not overwritten by choosing one. */
export function chooseDemo(demo: DemoInfo): void {
  useDraft.setState({
    provider: 'scripted',
    demo: demo.name,
    task: demo.task,
    target: { kind: demo.target },
    demoCrew: demo.crew,
    approvals: demo.approvals,
  });
}

export type Drafted =
  | { readonly ready: true; readonly request: RunRequest }
  /** Why it can't run yet, by the field that has to change. */
  | {
      readonly ready: false;
      readonly field: 'task' | 'model' | 'limits' | 'agents';
      readonly sentence: string;
    };

/** The draft as a request, or what is missing, in a sentence. @param missing whose key is not there, though it is needed */
export function draftedRequest(draft: Draft, missing: KeyOwner | null): Drafted {
  const { provider } = draft;
  if (draft.task.trim() === '') return lacking('task', 'Say what is to be done.');
  if (provider !== 'scripted' && draft.modelNames[provider].trim() === '')
    return lacking('model', 'Name the model.');
  if (missing !== null) {
    const sentence = `There is no ${keyOwnerNames[missing]} key yet. Enter one in Settings, or run a scripted demo.`;
    return lacking('model', sentence);
  }
  const { task, target, mode, limits, overrides, approvals } = draft;
  const crew = draftedCrew(draft);
  const [flaw] = flawsOf(crew);
  if (flaw !== undefined) return lacking('agents', inWords(crew, flaw));
  const parsed = RunRequest.safeParse({
    task,
    target,
    model: modelOf(draft),
    mode,
    limits,
    overrides,
    crew,
    approvals,
  });
  if (parsed.success) return { ready: true, request: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path[0] === 'task' ? 'task' : issue?.path[0] === 'model' ? 'model' : 'limits';
  return lacking(field, `${issue?.path.join(' ') ?? 'The draft'}: ${issue?.message ?? 'is not valid'}.`);
}

function modelOf({ provider, demo, thinkingMs, modelNames, openaiApi: api }: Draft) {
  switch (provider) {
    case 'scripted':
      return { provider, demo, thinkingMs };
    case 'anthropic':
      return { provider, name: modelNames.anthropic.trim() };
    case 'openai':
      return { provider, name: modelNames.openai.trim(), api };
  }
}

function lacking(field: 'task' | 'model' | 'limits' | 'agents', sentence: string): Drafted {
  return { ready: false, field, sentence };
}

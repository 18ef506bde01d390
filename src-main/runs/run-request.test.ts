import { expect, it } from 'vitest';
import type { WantedRun } from '../cli';
import { Crew } from '../contract/crew';
import { defaultCrews } from '../contract/default-crews';
import { defaultSettings, type Settings } from '../contract/settings';
import { practice } from '../contract/target';
import { runRequest } from './run-request';

const settings = { ...defaultSettings, openaiModel: 'llama3.2', openaiApi: 'chat' } as const;

function modelFor(
  provider: 'anthropic' | 'openai' | null,
  model: string | null,
  inSettings: Settings['provider'],
) {
  const what: WantedRun['what'] = { kind: 'task', task: 'x', provider, model, agents: null };
  const changed = { ...settings, provider: inSettings };
  return runRequest(
    { what, mode: 'mixed', target: { kind: 'practice' }, approvals: null },
    practice,
    changed,
    [],
  ).model;
}

it.each([
  ['openai', null, 'scripted', { provider: 'openai', name: 'llama3.2', api: 'chat' }],
  ['openai', 'qwen3', 'anthropic', { provider: 'openai', name: 'qwen3', api: 'chat' }],
  [null, 'qwen3', 'openai', { provider: 'openai', name: 'qwen3', api: 'chat' }],
  ['anthropic', null, 'openai', { provider: 'anthropic', name: settings.anthropicModel }],
  [null, 'm', 'scripted', { provider: 'anthropic', name: 'm' }],
] as const)(
  'the provider %s and the model %s, with %s in the settings, ask %j',
  (provider, model, kept, asked) => {
    expect(modelFor(provider, model, kept)).toEqual(asked);
  },
);

it.each([
  [null, 'handoff'],
  ['handoff', 'handoff'],
  ['process', 'process'],
  ['alone', 'alone'],
] as const)('--agents %s takes the crew of the settings where it is of that kind', (agents, kind) => {
  const crew = Crew.parse({ ...defaultCrews.handoff, count: 3 });
  const what: WantedRun['what'] = { kind: 'task', task: 'x', provider: null, model: null, agents };
  const wanted = { what, mode: 'mixed', target: { kind: 'practice' }, approvals: null } as const;
  const request = runRequest(wanted, practice, { ...settings, crew }, []);
  expect(request.crew).toEqual(kind === 'handoff' ? crew : defaultCrews[kind]);
});

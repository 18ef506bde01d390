import { alone } from '@contract/crew';
import { defaultCrews } from '@contract/default-crews';
import { defaultLimits } from '@contract/run-options';
import { expect, it } from 'vitest';
import { withOneMore } from './crew-draft';
import { type Draft, draftedRequest } from './draft-store';

const draft: Draft = {
  task: 'Fill the form',
  target: { kind: 'practice' },
  provider: 'scripted',
  demo: 'form-fill',
  thinkingMs: 600,
  modelNames: { anthropic: 'claude-sonnet-4-5', openai: ' llama3.2 ' },
  openaiApi: 'chat',
  mode: 'mixed',
  limits: defaultLimits,
  overrides: { click: 'alone' },
  approvals: 'writes',
  crewKind: 'handoff',
  crews: defaultCrews,
  demoCrew: alone,
};

it('carries everything that was chosen into the request', () => {
  expect(draftedRequest(draft, null)).toEqual({
    ready: true,
    request: {
      task: 'Fill the form',
      target: { kind: 'practice' },
      model: { provider: 'scripted', demo: 'form-fill', thinkingMs: 600 },
      mode: 'mixed',
      limits: defaultLimits,
      overrides: { click: 'alone' },
      crew: alone,
      approvals: 'writes',
    },
  });
});

it.each([
  ['no task', { task: '  ' }, null, 'task'],
  [
    'a model without a name',
    { provider: 'anthropic', modelNames: { anthropic: ' ', openai: 'm' } },
    null,
    'model',
  ],
  ['a model without a key', { provider: 'anthropic' }, 'anthropic', 'model'],
  ['an OpenAI model without a key', { provider: 'openai' }, 'openai', 'model'],
  [
    'an agent that is there for nothing',
    {
      provider: 'openai',
      crewKind: 'manager',
      crews: { ...defaultCrews, manager: withOneMore(defaultCrews.manager) },
    },
    null,
    'agents',
  ],
  ['a limit out of bounds', { limits: { ...defaultLimits, turns: 0 } }, null, 'limits'],
] as const)('says at which field %s is missing', (_, change, missing, field) => {
  const drafted = draftedRequest({ ...draft, ...change }, missing);
  expect(drafted).toMatchObject({ ready: false, field });
});

it('lets a model run with a key', () => {
  const drafted = draftedRequest({ ...draft, provider: 'anthropic' }, null);
  expect(drafted).toMatchObject({
    ready: true,
    request: {
      model: { provider: 'anthropic', name: 'claude-sonnet-4-5' },
      crew: defaultCrews.handoff,
    },
  });
});

it('asks a server that speaks the API of OpenAI by the name and in the way that were chosen', () => {
  expect(draftedRequest({ ...draft, provider: 'openai' }, null)).toMatchObject({
    ready: true,
    request: { model: { provider: 'openai', name: 'llama3.2', api: 'chat' } },
  });
});

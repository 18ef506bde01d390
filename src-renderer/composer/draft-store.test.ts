import { defaultLimits } from '@contract/run-options';
import { expect, it } from 'vitest';
import { type Draft, draftedRequest } from './draft-store';

const draft: Draft = {
  task: 'Fill the form',
  target: { kind: 'practice' },
  provider: 'scripted',
  demo: 'form-fill',
  thinkingMs: 600,
  modelName: 'claude-sonnet-4-5',
  mode: 'mixed',
  limits: defaultLimits,
  overrides: { click: 'alone' },
};

it('carries everything that was chosen into the request', () => {
  expect(draftedRequest(draft, false)).toEqual({
    ready: true,
    request: {
      task: 'Fill the form',
      target: { kind: 'practice' },
      model: { provider: 'scripted', demo: 'form-fill', thinkingMs: 600 },
      mode: 'mixed',
      limits: defaultLimits,
      overrides: { click: 'alone' },
    },
  });
});

it.each([
  ['no task', { task: '  ' }, true, 'task'],
  ['a model without a name', { provider: 'anthropic', modelName: ' ' }, true, 'model'],
  ['a model without a key', { provider: 'anthropic' }, false, 'model'],
  ['a limit out of bounds', { limits: { ...defaultLimits, turns: 0 } }, true, 'limits'],
] as const)('says at which field %s is missing', (_, change, hasKey, field) => {
  const drafted = draftedRequest({ ...draft, ...change }, hasKey);
  expect(drafted).toMatchObject({ ready: false, field });
});

it('lets a model run with a key', () => {
  const drafted = draftedRequest({ ...draft, provider: 'anthropic' }, true);
  expect(drafted).toMatchObject({
    ready: true,
    request: { model: { provider: 'anthropic', name: 'claude-sonnet-4-5' } },
  });
});

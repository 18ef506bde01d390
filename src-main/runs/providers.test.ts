import { expect, it } from 'vitest';
import { failed, ok } from '../contract/failure';
import type { OpenaiApi } from '../contract/run-options';
import { defaultSettings } from '../contract/settings';
import { heard } from '../providers/listen.fixture';
import { loopbackModel } from '../providers/loopback-model.fixture';
import type { KeyVault } from '../settings/key-vault';
import { systemClock } from '../system-clock';
import { placeholderKey, providerChooser } from './providers';

function vault(key: string | null): KeyVault {
  return {
    source: key === null ? 'none' : 'stored',
    key: () => (key === null ? failed('key_unavailable', 'There is no OpenAI key.', 'Enter one.') : ok(key)),
    literals: () => [],
    store: async () => ok('stored'),
    forget: async () => ok('none'),
  };
}

function chosen(key: string | null, openaiBaseUrl: string | null) {
  const keys = { anthropic: vault('sk-ant'), openai: vault(key) };
  const settings = { current: { ...defaultSettings, openaiBaseUrl } };
  const choose = providerChooser(keys, settings, systemClock);
  const api: OpenaiApi = 'chat';
  return choose({ provider: 'openai', name: 'llama3.2', api }, async () => new Uint8Array());
}

it.each([
  [null, placeholderKey],
  ['sk-openai', 'sk-openai'],
])("with the key %s a server of one's own gets %s", async (key, sent) => {
  const server = await loopbackModel([{ kind: 'status', status: 401, body: {}, headers: {} }]);
  const provider = chosen(key, `${server.baseUrl}/v1`);
  if (!provider.ok) throw new Error(provider.failure.sentence);
  const request = { system: '', messages: [], tools: [], parallelCalls: true, maxOutputTokens: 16 };
  expect(await heard(provider.value, request)).toMatchObject([{ failure: { code: 'model_auth' } }]);
  expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${sent}`);
  await server.close();
});

it.each([null, 'https://api.openai.com/v1', 'https://eu.api.openai.com/v1'])(
  'without a key OpenAI at %s is not asked at all',
  (baseUrl) => {
    expect(chosen(null, baseUrl)).toMatchObject({ ok: false, failure: { code: 'key_unavailable' } });
    expect(chosen('sk-openai', baseUrl).ok).toBe(true);
  },
);

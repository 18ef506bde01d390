import type { KeyOwner, KeySource, Settings } from './settings';

/** Servers that speak OpenAI's API on this machine, at the addresses that they choose by themselves. */
export const localServers = [
  { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { name: 'vLLM', baseUrl: 'http://127.0.0.1:8000/v1' },
] as const;

/** Whether a base URL is OpenAI's own: there prices are known, and nothing goes without a key. null: the SDK's own. */
export function isOpenaiUrl(baseUrl: string | null): boolean {
  if (baseUrl === null) return true;
  const [, host = ''] = /^https?:\/\/(?:[^/?#\\]*@)?([^/:?#\\]+)/i.exec(baseUrl) ?? [];
  return /(?:^|\.)openai\.com\.?$/i.test(host);
}

/** Whose key a run with this provider can't do without; null where it needs none. */
export function neededKey(provider: Settings['provider'], openaiBaseUrl: string | null): KeyOwner | null {
  if (provider === 'scripted') return null;
  return provider === 'openai' && !isOpenaiUrl(openaiBaseUrl) ? null : provider;
}

/** Whose key is missing for a run with this provider; null where nothing is. */
export function missingKey(
  provider: Settings['provider'],
  { openaiBaseUrl }: Pick<Settings, 'openaiBaseUrl'>,
  sources: Readonly<Record<KeyOwner, KeySource>>,
): KeyOwner | null {
  const needed = neededKey(provider, openaiBaseUrl);
  return needed !== null && sources[needed] === 'none' ? needed : null;
}

/** As a person knows them. */
export const keyOwnerNames: Readonly<Record<KeyOwner, string>> = { anthropic: 'Anthropic', openai: 'OpenAI' };

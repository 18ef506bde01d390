import { type Clock, pauseOn } from '../contract/clock';
import { ok, type Result } from '../contract/failure';
import type { BlobId } from '../contract/ids';
import { isOpenaiUrl } from '../contract/model-server';
import type { ModelChoice } from '../contract/run-options';
import type { KeyOwner } from '../contract/settings';
import { demos } from '../demos/index';
import { anthropicProvider } from '../providers/anthropic/anthropic-provider';
import { openaiProvider } from '../providers/openai/openai-provider';
import type { Provider } from '../providers/provider';
import { scriptedProvider } from '../providers/scripted/scripted-provider';
import type { KeyVault } from '../settings/key-vault';
import type { SettingsStore } from '../settings/settings-store';

/** The bytes of a picture that a message names; rejects where they are gone. */
export type LoadBlob = (blob: BlobId) => Promise<Uint8Array>;
export type ChooseProvider = (choice: ModelChoice, loadBlob: LoadBlob) => Result<Provider>;

/** Milliseconds between two pieces of a demo's answer: quick, and still seen to stream. */
const pieceMs = 12;
/** The SDK's own number. */
const maxRetries = 2;

/**
 * Sent where a server of one's own needs no key and none is there: the SDK wants something. Never sent to OpenAI.
 */
export const placeholderKey = 'interlock-sends-no-key';

/** Who answers as a model; the key and the address are those of the moment at which a run begins. */
export function providerChooser(
  keys: Readonly<Record<KeyOwner, KeyVault>>,
  settings: Pick<SettingsStore, 'current'>,
  clock: Clock,
): ChooseProvider {
  const pause = pauseOn(clock);
  return (choice, loadBlob) => {
    if (choice.provider === 'scripted') {
      const { demo, thinkingMs } = choice;
      return ok(scriptedProvider(demo, demos[demo].program, { thinkingMs, pieceMs }, pause));
    }
    const world = { maxRetries, loadBlob, pause, random: Math.random, now: () => clock.wall() };
    const key = keys[choice.provider].key();
    if (choice.provider === 'openai') {
      const baseUrl = settings.current.openaiBaseUrl;
      if (!key.ok && isOpenaiUrl(baseUrl)) return key;
      const apiKey = key.ok ? key.value : placeholderKey;
      return ok(openaiProvider({ ...world, apiKey, model: choice.name, api: choice.api, baseUrl }));
    }
    if (!key.ok) return key;
    const baseUrl = settings.current.anthropicBaseUrl;
    return ok(anthropicProvider({ ...world, apiKey: key.value, model: choice.name, baseUrl }));
  };
}

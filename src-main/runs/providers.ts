import { type Clock, pauseOn } from '../contract/clock';
import { ok, type Result } from '../contract/failure';
import type { BlobId } from '../contract/ids';
import type { ModelChoice } from '../contract/run-options';
import { demos } from '../demos/index';
import { anthropicProvider } from '../providers/anthropic/anthropic-provider';
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

/** Who answers as a model; the key and the address are those of the moment at which a run begins. */
export function providerChooser(keys: KeyVault, settings: SettingsStore, clock: Clock): ChooseProvider {
  const pause = pauseOn(clock);
  return (choice, loadBlob) => {
    if (choice.provider === 'scripted') {
      const { demo, thinkingMs } = choice;
      return ok(scriptedProvider(demo, demos[demo].program, { thinkingMs, pieceMs }, pause));
    }
    const key = keys.key();
    if (!key.ok) return key;
    return ok(
      anthropicProvider({
        apiKey: key.value,
        model: choice.name,
        baseUrl: settings.current.anthropicBaseUrl,
        maxRetries,
        loadBlob,
        pause,
        random: Math.random,
        now: () => clock.wall(),
      }),
    );
  };
}

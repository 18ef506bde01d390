import { readFile, rm } from 'node:fs/promises';
import { type Failure, failed, ok, type Result, thrownSentence } from '../contract/failure';
import type { KeySource } from '../contract/settings';
import { writeAtomically } from '../trace/atomic-file';

/** What the system offers for keeping a secret; Electron's safeStorage, in the app. */
export interface Cipher {
  /** Why a secret would not be safe with it; null where it would. */
  unsafe(): Promise<string | null>;
  encrypt(text: string): Promise<Uint8Array>;
  /** Rejects where the bytes were made by someone else. */
  decrypt(bytes: Uint8Array): Promise<string>;
}

/** The Anthropic key: from the environment, else from an encrypted file. It never leaves the main process. */
export interface KeyVault {
  readonly source: KeySource;
  key(): Result<string>;
  /** Every one that was known since the app began, for a run goes on with the key it began with: none may show up in a trace. */
  literals(): readonly string[];
  store(key: string): Promise<Result<KeySource>>;
  /** The stored one; a key from the environment stays. */
  forget(): Promise<Result<KeySource>>;
}

export interface OpenedVault {
  readonly vault: KeyVault;
  /** Why a key that is stored can't be used; null where it can, or where there is none. */
  readonly problem: Failure | null;
}

/** @param environment the value of ANTHROPIC_API_KEY, which wins over a stored key */
export async function openKeyVault(
  file: string,
  cipher: Cipher,
  environment: string | undefined,
): Promise<OpenedVault> {
  const fromEnvironment = environment?.trim() ?? '';
  const found = await readKey(file, cipher);
  let stored = found.ok ? found.value : null;
  const everKnown = new Set([fromEnvironment, stored ?? '']);

  const source = (): KeySource => {
    if (fromEnvironment !== '') return 'environment';
    return stored === null ? 'none' : 'stored';
  };
  const vault: KeyVault = {
    get source() {
      return source();
    },
    key() {
      const key = fromEnvironment === '' ? stored : fromEnvironment;
      if (key !== null) return ok(key);
      return unavailable(
        'There is no Anthropic key.',
        'Store one in the settings, or set ANTHROPIC_API_KEY.',
      );
    },
    literals: () => [...everKnown].filter((each) => each !== ''),
    async store(key) {
      everKnown.add(key);
      const unsafe = await cipher.unsafe();
      if (unsafe !== null) return unavailable(`The key was not stored: ${unsafe}.`, useEnvironment);
      try {
        await writeAtomically(file, await cipher.encrypt(key));
      } catch (thrown) {
        return unavailable(`The key was not stored: ${thrownSentence(thrown)}.`, useEnvironment);
      }
      stored = key;
      return ok(source());
    },
    async forget() {
      try {
        await rm(file, { force: true });
      } catch (thrown) {
        return unavailable(`The key is still stored: ${thrownSentence(thrown)}.`, `Delete ${file} yourself.`);
      }
      stored = null;
      return ok(source());
    },
  };
  return { vault, problem: found.ok ? null : found.failure };
}

const useEnvironment = 'Set ANTHROPIC_API_KEY for Interlock instead.';

async function readKey(file: string, cipher: Cipher): Promise<Result<string | null>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return ok(null);
    return unavailable(`The stored key could not be read: ${thrownSentence(thrown)}.`, useEnvironment);
  }
  try {
    return ok(await cipher.decrypt(bytes));
  } catch {
    return unavailable(
      'The stored key can no longer be decrypted on this system.',
      'Store it again in the settings.',
    );
  }
}

function unavailable(sentence: string, next: string): ReturnType<typeof failed> {
  return failed('key_unavailable', sentence, next);
}

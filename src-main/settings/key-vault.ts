import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failed, ok, type Result, thrownSentence } from '../contract/failure';
import { keyOwnerNames } from '../contract/model-server';
import type { KeyOwner, KeySource } from '../contract/settings';
import { writeAtomically } from '../trace/atomic-file';

/** What the system offers for keeping a secret; Electron's safeStorage, in the app. */
export interface Cipher {
  /** Why a secret would not be safe with it; null where it would. */
  unsafe(): Promise<string | null>;
  encrypt(text: string): Promise<Uint8Array>;
  /** Rejects where the bytes were made by someone else. */
  decrypt(bytes: Uint8Array): Promise<string>;
}

/** One owner's key: from the environment, else from an encrypted file. It never leaves the main process. */
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

export interface VaultOpening {
  /** The folder of the encrypted files. */
  readonly home: string;
  readonly cipher: Cipher;
  /** A key in here wins over a stored one. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const keyVariables: Readonly<Record<KeyOwner, string>> = {
  anthropic: 'ANTHROPIC_API_KEY',
  openai: 'OPENAI_API_KEY',
};

export async function openKeyVault(
  owner: KeyOwner,
  { home, cipher, environment }: VaultOpening,
): Promise<OpenedVault> {
  const file = join(home, `${owner}-key`);
  const variable = keyVariables[owner];
  const useEnvironment = `Set ${variable} for Interlock instead.`;
  const fromEnvironment = environment[variable]?.trim() ?? '';
  const found = await readKey(file, cipher, useEnvironment);
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
        `There is no ${keyOwnerNames[owner]} key.`,
        `Store one in the settings, or set ${variable}.`,
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

async function readKey(file: string, cipher: Cipher, useEnvironment: string): Promise<Result<string | null>> {
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

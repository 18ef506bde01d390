import { safeStorage } from 'electron';
import type { Cipher } from '../settings/key-vault';

/** Electron 45 has both ways and means the first; 33 has the second alone. */
interface Storage {
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string }>;
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  getSelectedStorageBackend(): string;
}

/** The system's own key store. Only once the app is ready. */
export function systemCipher(storage: Storage = safeStorage): Cipher {
  return {
    async unsafe() {
      const isAvailable = (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable();
      if (!isAvailable) return 'this system offers no encryption for it';
      // Chromium's fallback on Linux encrypts with a key that is in its source.
      const isPlain = process.platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text';
      return isPlain ? 'this desktop has no keyring, and without one it would lie there in the open' : null;
    },
    encrypt: async (text) => (await storage.encryptStringAsync?.(text)) ?? storage.encryptString(text),
    async decrypt(bytes) {
      const buffer = Buffer.from(bytes);
      return (await storage.decryptStringAsync?.(buffer))?.result ?? storage.decryptString(buffer);
    },
  };
}

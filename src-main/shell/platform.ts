import type { Platform } from '../bridge/platform';

/** The desktop that this machine's person sits at; null where Interlock cannot work on it. */
export async function openPlatform(): Promise<Platform | null> {
  return null;
}

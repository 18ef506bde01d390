import { linuxPlatform } from '../bridge/linux/linux-platform';
import { unreachablePlatform } from '../bridge/linux/unreachable';
import type { Platform } from '../bridge/platform';
import { openMac } from './open-mac';

/** The desktop that this machine's person sits at; null where Interlock cannot work on it. */
export async function openPlatform(): Promise<Platform | null> {
  if (process.platform === 'darwin') return openMac();
  if (process.platform !== 'linux') return null;
  const { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: sessionBusAddress } = process.env;
  if (display === undefined || sessionBusAddress === undefined) return null;
  const opened = await linuxPlatform(
    { display, sessionBusAddress, env: process.env },
    new AbortController().signal,
  );
  return opened.ok ? opened.value : unreachablePlatform(opened.failure);
}

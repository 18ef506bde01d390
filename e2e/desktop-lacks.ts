import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why nothing can be tried here on a desktop of its own with these programs; null where it can. */
export async function desktopLacks(...programs: readonly string[]): Promise<string | null> {
  if (process.platform !== 'linux') return 'This is about a Linux desktop.';
  for (const program of ['Xvfb', 'dbus-daemon', 'openbox', ...programs]) {
    const found = await run('which', [program]).then(
      () => true,
      () => false,
    );
    if (!found) return `${program} is not installed.`;
  }
  return null;
}

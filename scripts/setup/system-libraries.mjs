import { existsSync, readdirSync } from 'node:fs';
import { runCommand } from '../command.mjs';
import { byHand, installWithApt, isOnPath } from './apt.mjs';
import { SetupProblem } from './problem.mjs';

/**
 * What Electron loads on Linux, by a file name that proves it is there. Where a distribution renamed a package, the
 * newer name comes first.
 */
const LIBRARIES = [
  { soname: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { soname: 'libnss3.so', packages: ['libnss3'] },
  { soname: 'libgbm.so.1', packages: ['libgbm1'] },
  { soname: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { soname: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { soname: 'libatspi.so.0', packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { soname: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { soname: 'libdrm.so.2', packages: ['libdrm2'] },
  { soname: 'libxkbcommon.so.0', packages: ['libxkbcommon0'] },
  { soname: 'libXcomposite.so.1', packages: ['libxcomposite1'] },
  { soname: 'libXdamage.so.1', packages: ['libxdamage1'] },
  { soname: 'libXrandr.so.2', packages: ['libxrandr2'] },
];

const COMMANDS = [
  { command: 'Xvfb', packages: ['xvfb'] },
  { command: 'xauth', packages: ['xauth'] },
  { command: 'unzip', packages: ['unzip'] },
];

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/** @typedef {import('./apt.mjs').PackageNames} PackageNames */

/**
 * @param {{ sonames: ReadonlySet<string>, commands: ReadonlySet<string>, hasFonts: boolean }} present
 * @returns {PackageNames[]} what to install; empty when all is there
 */
export function missingPackages({ sonames, commands, hasFonts }) {
  return [
    ...LIBRARIES.filter(({ soname }) => !sonames.has(soname)).map(({ packages }) => packages),
    ...COMMANDS.filter(({ command }) => !commands.has(command)).map(({ packages }) => packages),
    ...(hasFonts ? [] : [['fonts-dejavu-core']]),
  ];
}

/**
 * @param {string} ldconfigOutput of `ldconfig -p`
 * @returns {Set<string>}
 */
export function sonamesIn(ldconfigOutput) {
  return new Set([...ldconfigOutput.matchAll(/^\s+(\S+)\s+\(/gm)].map((match) => match[1] ?? ''));
}

/** @returns {Promise<PackageNames[]>} always empty outside Linux */
export async function missingSystemPackages() {
  if (process.platform !== 'linux') return [];
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig';
  const { output } = await runCommand(ldconfig, ['-p']);
  return missingPackages({
    sonames: sonamesIn(output),
    commands: new Set(COMMANDS.map(({ command }) => command).filter(isOnPath)),
    hasFonts: FONT_FOLDERS.some((folder) => existsSync(folder) && readdirSync(folder).length > 0),
  });
}

/**
 * @param {readonly PackageNames[]} missing
 * @throws {SetupProblem} system_libraries_missing | apt_failed
 */
export async function installSystemPackages(missing) {
  const installation = await installWithApt(missing);
  if (installation.kind === 'installed') return;
  if (installation.kind === 'not_allowed') {
    throw new SetupProblem(
      'system_libraries_missing',
      `Electron needs system packages that are not here: ${missing.map((names) => names.at(-1)).join(' ')}.`,
      byHand(missing),
    );
  }
  throw new SetupProblem(
    'apt_failed',
    `apt could not install ${installation.names.join(', ')}.`,
    'Check the network connection and the package sources, then run the command again.',
    installation.output,
  );
}

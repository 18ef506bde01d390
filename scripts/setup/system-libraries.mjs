import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../command.mjs';
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

/** @typedef {readonly string[]} PackageNames one Debian package, by all the names it has had, newest first */

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

/** @param {string} command */
function isOnPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/**
 * Installs with apt, as root or through a sudo that asks no password.
 * @param {readonly PackageNames[]} missing
 * @throws {SetupProblem} system_libraries_missing | apt_failed
 */
export async function installSystemPackages(missing) {
  const apt = await aptCommand();
  if (apt === null) throw byHand(missing);

  const updated = await runCommand(apt.command, [...apt.prefix, 'update', '-qq'], { env: APT_ENV });
  const names = await Promise.all(missing.map(knownName));
  const installed = await runCommand(
    apt.command,
    [...apt.prefix, 'install', '-y', '-qq', '--no-install-recommends', ...names],
    { env: APT_ENV },
  );
  if (installed.code === 0) return;
  throw new SetupProblem(
    'apt_failed',
    `apt could not install ${names.join(', ')}.`,
    'Check the network connection and the package sources, then run the command again.',
    updated.output + installed.output,
  );
}

const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/** @returns {Promise<{ command: string, prefix: string[] } | null>} null when apt may not be used here */
async function aptCommand() {
  if (!isOnPath('apt-get')) return null;
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  if (process.getuid?.() === 0) return { command: 'apt-get', prefix: wait };
  const { code } = await runCommand('sudo', ['-n', 'true']);
  return code === 0 ? { command: 'sudo', prefix: ['-n', 'apt-get', ...wait] } : null;
}

/**
 * The first name that this distribution has a real package for.
 * @param {PackageNames} names
 */
async function knownName(names) {
  for (const name of names) {
    const { output } = await runCommand('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names.at(-1) ?? '';
}

/**
 * @param {readonly PackageNames[]} missing
 * @returns {SetupProblem}
 */
function byHand(missing) {
  const names = missing.map((alternatives) => alternatives.at(-1)).join(' ');
  return new SetupProblem(
    'system_libraries_missing',
    `Electron needs system packages that are not here: ${names}.`,
    isOnPath('apt-get')
      ? `Run: sudo apt-get update && sudo apt-get install -y ${names}`
      : "Install them with this system's package manager (the names are Debian's), then run the command again.",
  );
}

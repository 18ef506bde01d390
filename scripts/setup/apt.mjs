import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../command.mjs';

/** @typedef {readonly string[]} PackageNames one Debian package, by all the names it has had, newest first */

/**
 * @typedef {{ kind: 'installed' }
 *   | { kind: 'not_allowed' }
 *   | { kind: 'failed', names: string[], output: string }} Installation
 * not_allowed: there is no apt here, or it would ask for a password
 */

/** The longest that apt may take: a slow network, not a dead one. */
const LIMIT_MS = 15 * 60_000;

const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs with apt, as root or through a sudo that asks no password.
 * @param {readonly PackageNames[]} missing
 * @param {{ leaveUnknown?: boolean }} [options] leaveUnknown: go without what this distribution does not have
 * @returns {Promise<Installation>}
 */
export async function installWithApt(missing, { leaveUnknown = false } = {}) {
  const apt = await aptCommand();
  if (apt === null) return { kind: 'not_allowed' };
  const run = (/** @type {string[]} */ ...args) =>
    runCommand(apt.command, [...apt.prefix, ...args], { env: APT_ENV, timeoutMs: LIMIT_MS });

  const updated = await run('update', '-qq');
  const known = await Promise.all(missing.map(knownName));
  const names = missing.flatMap(
    (alternatives, n) => known[n] ?? (leaveUnknown ? [] : (alternatives.at(-1) ?? [])),
  );
  const installed = await run('install', '-y', '-qq', '--no-install-recommends', ...names);
  return installed.code === 0
    ? { kind: 'installed' }
    : { kind: 'failed', names, output: updated.output + installed.output };
}

/**
 * What a person has to do where setup may not.
 * @param {readonly PackageNames[]} missing
 */
export function byHand(missing) {
  const names = missing.map((alternatives) => alternatives.at(-1)).join(' ');
  return isOnPath('apt-get')
    ? `Run: sudo apt-get update && sudo apt-get install -y ${names}`
    : `Install them with this system's package manager (the names are Debian's), then run the command again.`;
}

/** @param {string} command */
export function isOnPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

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
 * @returns {Promise<string | null>}
 */
async function knownName(names) {
  for (const name of names) {
    const { output } = await runCommand('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return null;
}

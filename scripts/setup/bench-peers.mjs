import { existsSync } from 'node:fs';
import { byHand, installWithApt, isOnPath } from './apt.mjs';
import { SetupProblem } from './problem.mjs';

/** What others' programs are made of that a bench sets beside ours, by the bench. @type {Readonly<Record<string, readonly [proof: string, name: string][]>>} */
const PEERS = { snapshot: desktopPeers(), act: desktopPeers() };

/** @returns {readonly [proof: string, name: string][]} */
function desktopPeers() {
  return [
    ['/usr/lib/python3/dist-packages/pyatspi/__init__.py', 'python3-pyatspi'],
    ['/usr/include/at-spi-2.0/atspi/atspi.h', 'libatspi2.0-dev'],
    ['pkg-config', 'pkg-config'],
    ['cc', 'gcc'],
  ];
}

/**
 * Installs what a bench compares with, where it may.
 * @param {string} bench
 * @throws {SetupProblem} where it may not, or cannot, with the command that a person can run
 */
export async function installPeersOf(bench) {
  const missing = (PEERS[bench] ?? []).filter(([proof]) => !isThere(proof)).map(([, name]) => [name]);
  if (missing.length === 0) return;
  const { kind } = await installWithApt(missing);
  if (kind === 'installed') return;
  throw new SetupProblem(
    'no_bench_peers',
    `This bench compares with what is not here: ${missing.join(', ')}.`,
    byHand(missing),
  );
}

/** @param {string} proof */
function isThere(proof) {
  return proof.startsWith('/') ? existsSync(proof) : isOnPath(proof);
}

import './setup/node-version.mjs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { electronIsReady, installElectron } from './setup/electron.mjs';
import { exclusively } from './setup/exclusive.mjs';
import { installPackages, packagesAreCurrent } from './setup/npm-packages.mjs';
import { runMain } from './setup/problem.mjs';
import { installSystemPackages, missingSystemPackages } from './setup/system-libraries.mjs';

/** @typedef {import('./setup/system-libraries.mjs').PackageNames} PackageNames */

/**
 * What has to be done, in order. A change of packages takes the link to Electron with it.
 * @param {{ packagesCurrent: boolean, electronReady: boolean, missing: readonly PackageNames[], electronNeeded: boolean }} facts
 * @returns {('system' | 'packages' | 'electron')[]}
 */
export function planSetup({ packagesCurrent, electronReady, missing, electronNeeded }) {
  return [
    ...(electronNeeded && missing.length > 0 ? [/** @type {const} */ ('system')] : []),
    ...(packagesCurrent ? [] : [/** @type {const} */ ('packages')]),
    ...(electronNeeded && !(packagesCurrent && electronReady) ? [/** @type {const} */ ('electron')] : []),
  ];
}

/**
 * Brings this checkout to where the app can run, and does nothing where it already can. Writes to stderr alone.
 * @param {{ electronNeeded?: boolean }} [options] false: npm packages are enough
 * @returns {Promise<boolean>} whether anything had to be done
 * @throws {import('./setup/problem.mjs').SetupProblem}
 */
export async function bootstrap({ electronNeeded = true } = {}) {
  if ((await look(electronNeeded)).plan.length === 0) return false;
  await exclusively(
    join(ROOT, '.setup.lock'),
    async (adopt) => {
      const { plan, missing } = await look(electronNeeded);
      for (const step of plan) await carryOut(step, missing, adopt);
    },
    { onWait: (pid) => say(`Another setup of this checkout is running (process ${pid}): waiting for it.`) },
  );
  return true;
}

/** @param {boolean} electronNeeded */
async function look(electronNeeded) {
  const [packagesCurrent, electronReady, missing] = await Promise.all([
    packagesAreCurrent(),
    electronIsReady(),
    missingSystemPackages(),
  ]);
  return { plan: planSetup({ packagesCurrent, electronReady, missing, electronNeeded }), missing };
}

/**
 * @param {'system' | 'packages' | 'electron'} step
 * @param {readonly PackageNames[]} missing
 * @param {(pid: number) => void} adopt
 */
async function carryOut(step, missing, adopt) {
  switch (step) {
    case 'system':
      return withProgress('Installing system libraries', () => installSystemPackages(missing));
    case 'packages':
      return withProgress('Installing npm packages', () => installPackages(adopt));
    case 'electron':
      return withProgress('Getting Electron', () => installElectron(say));
    default:
      throw new Error(`No such step: ${String(step)}`);
  }
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[2K' : ''}${line}\n`);
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const begun = performance.now();
    const worked = await bootstrap();
    const elapsed = `${((performance.now() - begun) / 1_000).toFixed(2)} s`;
    console.log(worked ? `Set up in ${elapsed}.` : `Already set up (${elapsed}).`);
    return 0;
  });
}

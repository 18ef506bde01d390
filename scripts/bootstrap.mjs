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
import { installTestPackages, missingTestPackages } from './setup/test-programs.mjs';

/** @typedef {import('./setup/apt.mjs').PackageNames} PackageNames */
/** @typedef {'system' | 'programs' | 'packages' | 'electron'} Step */
/** @typedef {{ electronNeeded: boolean, testsNeeded: boolean }} Needs */

/**
 * @typedef {object} Facts
 * @property {boolean} packagesCurrent
 * @property {boolean} electronReady
 * @property {readonly PackageNames[]} missing system packages that Electron does not run without
 * @property {readonly PackageNames[]} missingForTests system packages that the tests on real programs need beyond those
 */

/**
 * What has to be done, in order. A change of packages takes the link to Electron with it.
 * @param {Facts & Needs} facts
 * @returns {Step[]}
 */
export function planSetup({
  packagesCurrent,
  electronReady,
  missing,
  missingForTests,
  electronNeeded,
  testsNeeded,
}) {
  return [
    ...(electronNeeded && missing.length > 0 ? [/** @type {const} */ ('system')] : []),
    ...(testsNeeded && missingForTests.length > 0 ? [/** @type {const} */ ('programs')] : []),
    ...(packagesCurrent ? [] : [/** @type {const} */ ('packages')]),
    ...(electronNeeded && !(packagesCurrent && electronReady) ? [/** @type {const} */ ('electron')] : []),
  ];
}

/**
 * Brings this checkout to where the app can run, and does nothing where it already can. Writes to stderr alone.
 * @param {Partial<Needs>} [needs] electronNeeded false: npm packages are enough. testsNeeded true: the programs that
 * the tests on real programs work with are wanted too, but they are no reason to fail
 * @returns {Promise<boolean>} whether anything had to be done
 * @throws {import('./setup/problem.mjs').SetupProblem}
 */
export async function bootstrap({ electronNeeded = true, testsNeeded = false } = {}) {
  const needs = { electronNeeded, testsNeeded };
  if (planSetup({ ...(await look()), ...needs }).length === 0) return false;
  await exclusively(
    join(ROOT, '.setup.lock'),
    async (adopt) => {
      const facts = await look();
      for (const step of planSetup({ ...facts, ...needs })) await carryOut(step, facts, adopt);
    },
    { onWait: (pid) => say(`Another setup of this checkout is running (process ${pid}): waiting for it.`) },
  );
  return true;
}

/** @returns {Promise<Facts>} */
async function look() {
  const [packagesCurrent, electronReady, missing] = await Promise.all([
    packagesAreCurrent(),
    electronIsReady(),
    missingSystemPackages(),
  ]);
  return { packagesCurrent, electronReady, missing, missingForTests: missingTestPackages() };
}

/**
 * @param {Step} step
 * @param {Facts} facts
 * @param {(pid: number) => void} adopt
 */
async function carryOut(step, { missing, missingForTests }, adopt) {
  switch (step) {
    case 'system':
      return withProgress('Installing system libraries', () => installSystemPackages(missing));
    case 'programs':
      return withProgress('Installing programs for the desktop tests', () =>
        installTestPackages(missingForTests, say),
      );
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

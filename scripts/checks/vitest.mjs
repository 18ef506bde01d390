import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { inModules, ROOT } from '../paths.mjs';

const LIMIT_MS = 20 * 60_000;

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {{ name: string, status: string, assertionResults: VitestResult[] }[]} testResults one a file
 *
 * @typedef {object} VitestResult
 * @property {string[]} ancestorTitles of the `describe`s around it, outermost first
 * @property {string} status
 */

/**
 * Counts a Vitest JSON report. A file that fails before its first test counts as one failure, and so does a run that
 * ended badly with no test to blame.
 *
 * @param {VitestReport} report
 * @param {number | null} exitCode
 */
export function countVitest(report, exitCode) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

/**
 * Counts what the conformance suites say of each adapter. A suite is a `describe('conformance: <adapter>')`.
 * @param {VitestReport} report
 * @returns {string | null} e.g. "conformance  linux 61 passed, macos-simulator 58 passed, 1 failed"; null without any
 */
export function conformanceLine({ testResults }) {
  /** @type {Map<string, { passed: number, failed: number }>} */
  const adapters = new Map();
  for (const { ancestorTitles, status } of testResults.flatMap((file) => file.assertionResults)) {
    const title = ancestorTitles.find((one) => one.startsWith(CONFORMANCE));
    if (title === undefined || (status !== 'passed' && status !== 'failed')) continue;
    const adapter = title.slice(CONFORMANCE.length);
    const counts = adapters.get(adapter) ?? { passed: 0, failed: 0 };
    counts[status] += 1;
    adapters.set(adapter, counts);
  }
  if (adapters.size === 0) return null;
  const words = [...adapters].map(
    ([adapter, { passed, failed }]) => `${adapter} ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`,
  );
  return `conformance  ${words.join(', ')}`;
}

const CONFORMANCE = 'conformance: ';

/**
 * Runs these projects of vitest.config.ts.
 * @param {readonly string[]} projects
 * @returns {Promise<import('./run-stages.mjs').Outcome>}
 */
export async function runVitest(projects) {
  const folder = await mkdtemp(join(tmpdir(), 'interlock-vitest-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output, timedOut } = await runCommand(
      process.execPath,
      [
        inModules('vitest/vitest.mjs'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { cwd: ROOT, timeoutMs: LIMIT_MS, env: { NO_COLOR: '1', FORCE_COLOR: undefined } },
    );
    if (timedOut)
      return { passed: 0, failed: 1, output: `${output}\nStopped after ${LIMIT_MS / 60_000} minutes.` };
    /** @type {VitestReport} */
    const report = JSON.parse(await readFile(file, 'utf8'));
    const { passed, failed, skipped } = countVitest(report, code);
    const conformance = conformanceLine(report);
    return {
      passed,
      failed,
      output,
      ...(skipped > 0 && { note: `${skipped} skipped` }),
      ...(conformance !== null && { lines: [conformance] }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

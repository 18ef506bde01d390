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
 * @property {{ name: string, status: string, assertionResults: unknown[] }[]} testResults one a file
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

/** @type {import('./run-stages.mjs').Stage} */
export const unit = {
  name: 'unit',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'interlock-unit-'));
    const file = join(folder, 'report.json');
    try {
      const { code, output, timedOut } = await runCommand(
        process.execPath,
        [
          inModules('vitest/vitest.mjs'),
          'run',
          '--project=node',
          '--project=dom',
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
      return { passed, failed, output, ...(skipped > 0 && { note: `${skipped} skipped` }) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

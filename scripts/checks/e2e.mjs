import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { withDisplay } from '../display.mjs';
import { inModules, ROOT } from '../paths.mjs';

const LIMIT_MS = 45 * 60_000;

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors problems outside of any test, e.g. a file that cannot be loaded
 */

/**
 * Counts a Playwright JSON report. A flaky test counts as failed, and so does a run that ended badly with no test to
 * blame.
 *
 * @param {PlaywrightReport} report
 * @param {number | null} exitCode
 */
export function countPlaywright({ stats, errors }, exitCode) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}

/** The real app, driven by Playwright, on a virtual display where there is none. */
/** @type {import('./run-stages.mjs').Stage} */
export const e2e = {
  name: 'e2e',
  needs: 'build',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'interlock-e2e-'));
    const file = join(folder, 'report.json');
    try {
      const { code, output, timedOut } = await withDisplay((display) =>
        runCommand(process.execPath, [inModules('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
          cwd: ROOT,
          timeoutMs: LIMIT_MS,
          env: { ...display, PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: '1', FORCE_COLOR: undefined },
        }),
      );
      if (timedOut)
        return { passed: 0, failed: 1, output: `${output}\nStopped after ${LIMIT_MS / 60_000} minutes.` };
      /** @type {PlaywrightReport} */
      const report = JSON.parse(await readFile(file, 'utf8'));
      const { passed, failed, skipped } = countPlaywright(report, code);
      return { passed, failed, output, ...(skipped > 0 && { note: `${skipped} skipped` }) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

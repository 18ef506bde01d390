import { missingForDesktopTests } from '../setup/test-programs.mjs';
import { runVitest } from './vitest.mjs';

/**
 * Tests on real programs, on private desktops. Skipped where their programs are missing and may not be installed.
 * @type {import('./run-stages.mjs').Stage}
 */
export const desktop = {
  name: 'desktop',
  run: async () => {
    const missing = missingForDesktopTests();
    if (missing.length > 0)
      return { passed: 0, failed: 0, output: '', note: `skipped: needs ${missing.join(' ')}` };
    return runVitest(['desktop']);
  },
};

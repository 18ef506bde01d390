import './setup/node-version.mjs';
import { bootstrap } from './bootstrap.mjs';
import { buildStage } from './checks/build.mjs';
import { desktop } from './checks/desktop.mjs';
import { e2e } from './checks/e2e.mjs';
import { runStages } from './checks/run-stages.mjs';
import { format, imports, lint, types } from './checks/static.mjs';
import { unit } from './checks/unit.mjs';
import { runMain } from './setup/problem.mjs';

await runMain(async () => {
  try {
    await bootstrap({ testsNeeded: true });
  } catch (error) {
    // Whoever reads the last line alone has to see that nothing was tested.
    process.once('exit', () => console.log('0 passed, 1 failed'));
    throw error;
  }
  return runStages([types, lint, format, imports, unit, desktop, buildStage, e2e]);
});

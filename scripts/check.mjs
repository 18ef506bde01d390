import './setup/node-version.mjs';
import { bootstrap } from './bootstrap.mjs';
import { runStages } from './checks/run-stages.mjs';
import { format, imports, lint, types } from './checks/static.mjs';
import { unit } from './checks/unit.mjs';
import { runMain } from './setup/problem.mjs';

await runMain(async () => {
  await bootstrap({ electronNeeded: false });
  return runStages([types, lint, format, imports, unit]);
});

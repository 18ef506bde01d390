import { runStages } from './checks/run-stages.mjs';
import { format, imports, lint, types } from './checks/static.mjs';
import { unit } from './checks/unit.mjs';

process.exitCode = await runStages([types, lint, format, imports, unit]);

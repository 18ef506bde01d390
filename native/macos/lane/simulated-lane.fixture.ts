import { readFileSync } from 'node:fs';
import type { Effect, FaultScript, Script } from '../simulator/script.fixture';
import { openSimulator } from '../simulator/simulator.fixture';

/** What a test has the simulated screen of a lane be. */
export interface Scenario {
  readonly library: string;
  readonly script: Script;
  readonly faults: readonly FaultScript[];
  readonly effects: readonly Effect[];
}

/** A lane's process with a screen of its own: the scenario is a file that the environment names. At its end it tells its report. */
const { library, script, faults, effects } = JSON.parse(
  readFileSync(process.env['INTERLOCK_SIMULATED_SCENARIO'] ?? '', 'utf8'),
) as Scenario;
const simulator = openSimulator(library);
simulator.load(script);
for (const fault of faults) simulator.fault(fault);
simulator.do(...effects);
await import('./main');

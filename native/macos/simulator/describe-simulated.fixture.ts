/* oxlint-disable vitest/no-conditional-tests, vitest/no-disabled-tests, vitest/valid-title, vitest/valid-describe-callback --
   the one place that decides whether the tests of the others can run */
import { describe } from 'vitest';
import { buildSimulator } from './build';
import { openSimulator, type Simulator } from './simulator.fixture';

/** Tests on the simulated frameworks; skipped, with the reason in their name, where these cannot be built. */
export async function describeSimulated(name: string, tests: (simulator: Simulator) => void): Promise<void> {
  const built = await buildSimulator();
  if (built.ok) {
    describe(name, () => tests(openSimulator(built.library)));
  } else if (built.failure.code === 'does_not_compile') {
    throw new Error(built.failure.sentence);
  } else {
    describe.skip(`${name} (${built.failure.sentence})`, () => undefined);
  }
}

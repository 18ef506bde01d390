import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../private-desktop/desktop.fixture';
import type { Line } from './line';
import { type Listening, listen } from './listen';
import { patient } from './loopback.fixture';
import { connected, startProgram } from './programs.fixture';
import { actions, inWords, isLongRun, rereadAtRandom } from './reread.fixture';

const desktop = onDesktop();
let line: Line;
let listening: Listening;

beforeAll(async () => {
  line = await connected(desktop());
  const heard = await listen(line, patient);
  if (!heard.ok) throw new Error(heard.trouble.sentence);
  listening = heard.value;
});
afterAll(() => line.close());

test.each(['galculator', 'mousepad', 'gtk3-widget-factory', 'gtk4-widget-factory'])(
  '%s: after whatever was done, a reading gives what a walk gives, for a quarter of the calls at most',
  async (command) => {
    const program = await startProgram(desktop(), line, command);
    const outcome = await rereadAtRandom(line, listening, program);
    await program.process.stop();
    if (isLongRun) console.log(`${command}: ${inWords(outcome)}`);
    expect(outcome.wrong).toBeNull();
    expect(outcome.compared).toBeGreaterThan(actions / 2);
    expect(outcome.again.calls).toBeLessThanOrEqual(outcome.whole.calls / 4);
  },
  30_000 + actions * 6000,
);

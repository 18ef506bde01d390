import { seconds, withProgress } from '../progress.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed how many checks or tests of this stage passed
 * @property {number} failed how many failed
 * @property {string} output what to show when something failed
 * @property {string} [note] a few words for the summary line, e.g. "2 skipped"
 * @property {readonly string[]} [lines] what to say below the summary line
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} [needs] the name of a stage without whose success this one cannot run
 * @property {() => Promise<Outcome>} run
 */

/**
 * Runs every stage in order, prints one line for each and the total as the last line. A stage that fails does not
 * hide the results of the others.
 *
 * @param {readonly Stage[]} stages
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<number>} the exit code: 0 only when something passed and nothing failed
 */
export async function runStages(stages, { log = console.log } = {}) {
  let passed = 0;
  let failed = 0;
  /** @type {Set<string>} */
  const broken = new Set();
  const width = Math.max(...stages.map((stage) => stage.name.length));

  for (const stage of stages) {
    const begun = performance.now();
    const outcome =
      stage.needs !== undefined && broken.has(stage.needs)
        ? { passed: 0, failed: 1, output: `Not run: it needs "${stage.needs}", which failed.\n` }
        : await attempt(stage);
    passed += outcome.passed;
    failed += outcome.failed;
    if (outcome.failed > 0) {
      broken.add(stage.name);
      log(outcome.output.trimEnd());
    }
    log(summary(stage.name.padEnd(width), outcome, performance.now() - begun));
    for (const line of outcome.lines ?? []) log(line);
  }

  log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * @param {Stage} stage
 * @returns {Promise<Outcome>}
 */
async function attempt(stage) {
  try {
    return await withProgress(stage.name, stage.run, { tellEnd: false });
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/**
 * @param {string} name
 * @param {Outcome} outcome
 * @param {number} ms
 */
function summary(name, outcome, ms) {
  const verdict = outcome.failed === 0 ? 'ok    ' : 'FAILED';
  const counts = `${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} failed` : ''}`;
  return `${verdict} ${name}  ${seconds(ms).padStart(7)}  ${counts}${outcome.note ? `, ${outcome.note}` : ''}`;
}

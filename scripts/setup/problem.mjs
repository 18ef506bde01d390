/** A reason why setup cannot go on, in words that a person can act on. */
export class SetupProblem extends Error {
  /**
   * @param {string} code e.g. "npm_offline"
   * @param {string} sentence what happened
   * @param {string} nextStep what to do now
   * @param {string} [details] raw output of the command that failed
   */
  constructor(code, sentence, nextStep, details = '') {
    super(sentence);
    this.name = 'SetupProblem';
    this.code = code;
    this.nextStep = nextStep;
    this.details = details;
  }
}

/** How much of a failed command's output is worth showing. */
const DETAIL_LINES = 25;

/**
 * Runs a command's main function: its result is the exit code, and a problem ends up on stderr instead of a stack.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof SetupProblem)) throw error;
    const details = error.details.trim().split('\n').slice(-DETAIL_LINES).join('\n');
    console.error(
      `${details === '' ? '' : `${details}\n\n`}${error.message} (${error.code})\nNext: ${error.nextStep}`,
    );
  }
}

import { failed, ok, type Result, thrownSentence } from '../contract/failure';

/** How long the practice page may take to load or to answer, in milliseconds. */
export const answerLimit = 10_000;

const next = 'Close the practice window and start the run again.';

/** Waits for the page, but never for ever. */
export async function within<T>(work: Promise<T>, limitMs: number, late: string): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(failed('timed_out', late, next)), limitMs);
  });
  try {
    return await Promise.race([work.then(ok), limit]);
  } catch (thrown) {
    return failed('target_gone', `The practice window is not there: ${thrownSentence(thrown)}`, next);
  } finally {
    clearTimeout(timer);
  }
}

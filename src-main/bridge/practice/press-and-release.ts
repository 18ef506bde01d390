import { NoAnswer, type Patience } from './cdp-line';

/** How long a hand that has to let go waits for an answer, in milliseconds. A stop does not shorten it. */
const letGoMs = 500;

/**
 * Presses, then lets go whatever became of the pressing: no button and no key stays down.
 * @throws the failure of the pressing, else that of letting go
 */
export async function pressAndRelease(
  patience: Patience,
  press: (patience: Patience) => Promise<unknown>,
  release: (patience: Patience) => Promise<unknown>,
): Promise<void> {
  const lettingGo = { limitMs: letGoMs, signal: new AbortController().signal };
  const isSent = !patience.signal.aborted;
  try {
    await press(patience);
  } catch (thrown) {
    if (isSent) await release(lettingGo).catch(ifNoAnswer);
    throw thrown;
  }
  await release(lettingGo);
}

/** That the pressing failed says it all. */
function ifNoAnswer(thrown: unknown): void {
  if (!(thrown instanceof NoAnswer)) throw thrown;
}

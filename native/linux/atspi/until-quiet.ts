import { type Answer, answer, trouble } from './answer';
import type { AccessibleEvent } from './events';
import type { Listening } from './listen';

/** What changes without anything having changed: a caret that blinks, a layout that settles. */
export function isStir(event: AccessibleEvent): boolean {
  if (event.kind === 'bounds_changed') return false;
  return !(
    event.kind === 'other' &&
    (event.what === 'TextCaretMoved' || event.what === 'VisibleDataChanged')
  );
}

/** Resolves once the program has told nothing that matters for `quietMs`, or after `limitMs`; says which. */
export function untilQuiet(
  listening: Pick<Listening, 'onEvent'>,
  bus: string,
  quietMs: number,
  limitMs: number,
  signal: AbortSignal,
): Promise<Answer<'quiet' | 'still_changing'>> {
  if (signal.aborted) return Promise.resolve(trouble('cancelled', 'The wait was given up.'));
  return new Promise((resolve) => {
    const end = (outcome: Answer<'quiet' | 'still_changing'>) => {
      clearTimeout(quiet);
      clearTimeout(limit);
      stop();
      signal.removeEventListener('abort', giveUp);
      resolve(outcome);
    };
    const giveUp = () => end(trouble('cancelled', 'The wait was given up.'));
    const stop = listening.onEvent(bus, (event) => {
      if (isStir(event)) quiet.refresh();
    });
    const limit = setTimeout(() => end(answer('still_changing')), limitMs);
    const quiet = setTimeout(() => end(answer('quiet')), quietMs);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

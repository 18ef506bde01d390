import { type Answer, answer, trouble } from './answer';
import { type Branch, branch, flatten } from './branch';
import { Growth } from './growth';
import type { Line, Patience } from './line';
import type { Budget, RawTree } from './raw-tree';
import type { Ref } from './ref';
import { oneByOne, type Source } from './source';

/**
 * Reads a tree from an element down, many elements at a time. Extents are as the program gives them: see `place`. Fails where the
 * element itself cannot be read; what else cannot be is a hole.
 *
 * @param patience.limitMs for each call; the budget has that for the whole
 */
export function walk(line: Line, from: Ref, budget: Budget, patience: Patience): Promise<Answer<RawTree>> {
  return walkWith(oneByOne(line), from, budget, patience);
}

/** As `walk`, with elements from elsewhere. */
export async function walkWith(
  source: Source,
  from: Ref,
  budget: Budget,
  patience: Patience,
): Promise<Answer<RawTree>> {
  const root = branch(from, 0, { secret: false, movement: 'moved' });
  const read = await grow(source, root, budget, patience);
  return read.ok ? answer(flatten(root)) : read;
}

async function grow(
  source: Source,
  root: Branch,
  budget: Budget,
  { limitMs, signal }: Patience,
): Promise<Answer<null>> {
  const stop = new AbortController();
  const giveUp = () => stop.abort();
  const timer = setTimeout(giveUp, budget.milliseconds);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const growth = new Growth(source, budget, { limitMs, signal: AbortSignal.any([signal, stop.signal]) });
    const first = await growth.read(root);
    if (first.ok) await growth.readWaiting();
    if (signal.aborted) return trouble('cancelled', 'The walk was given up.');
    if (first.ok) return answer(null);
    return stop.signal.aborted ? trouble('timed_out', first.trouble.sentence) : first;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

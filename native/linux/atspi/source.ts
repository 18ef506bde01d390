import type { Answer } from './answer';
import type { Line, Patience } from './line';
import { type Movement, type Reading, readNode } from './read-node';
import type { Ref } from './ref';

/** What is known of an element from those around it. */
export interface Surroundings {
  /** Whether an element around it is a password. */
  readonly secret: boolean;
  /** Of what is around it. */
  readonly movement: Movement;
}

/** Where a walk has elements from: at once, what is known. */
export type Source = (
  ref: Ref,
  around: Surroundings,
  patience: Patience,
) => Answer<Reading> | Promise<Answer<Reading>>;

export function oneByOne(line: Line): Source {
  return (ref, { secret }, patience) => readNode(line, ref, secret, patience);
}

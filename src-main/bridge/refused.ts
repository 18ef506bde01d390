import type { WriteReport } from './desk';
import type { Refusal } from './workings';

/** A write of which nothing reached the target. */
export function refused({ failure, seen }: Refusal): WriteReport {
  return { failure, seen, delivery: null, picture: { kind: 'not_asked' } };
}

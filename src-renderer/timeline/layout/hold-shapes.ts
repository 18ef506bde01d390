import type { Hold } from '@contract/trace-model';
import type { HoldShape } from './scene';
import type { Sight } from './sight';
import { xOf } from './time-scale';

/** The stretches in sight in which writes were held back. */
export function holdShapes(holds: readonly Hold[], { scale, until, now }: Sight): HoldShape[] {
  return holds.flatMap(({ from, until: end }) => {
    if (from > until || (end ?? now) < scale.start) return [];
    const x = xOf(scale, from);
    return [{ x, width: Math.max(1, xOf(scale, end ?? Math.max(from, now)) - x), open: end === null }];
  });
}

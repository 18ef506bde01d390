import type { ChangedOverride } from '@contract/trace-model';
import { shortTreatment } from '../../trace/override-words';
import type { OverrideShape } from './scene';
import type { Sight } from './sight';
import { xOf } from './time-scale';

/** The moments in sight at which the person changed their word on a tool. */
export function overrideShapes(
  changes: readonly ChangedOverride[],
  { scale, until }: Sight,
): OverrideShape[] {
  return changes.flatMap((change) => {
    if (change.at < scale.start || change.at > until) return [];
    const label = `${change.tool}: ${shortTreatment[change.override ?? 'as-declared']}`;
    return [{ change, x: xOf(scale, change.at), label }];
  });
}

import { defaultLimits, type Limits } from '@contract/run-options';
import { useDraft } from './draft-store';

/** How many rules of the next run are other than they come. */
export function useChangedRules(): number {
  const { limits, overrides, approvals } = useDraft();
  return (
    (approvals === 'sensitive' ? 0 : 1) +
    Object.keys(overrides).length +
    (Object.entries(defaultLimits) as Array<[keyof Limits, number]>).filter(
      ([name, value]) => limits[name] !== value,
    ).length
  );
}

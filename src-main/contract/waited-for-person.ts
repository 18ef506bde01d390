import type { Call } from './trace-model';

/** Milliseconds of a call's time in which it waited for a person's answer. @param now stands in for an answer that is still awaited */
export function waitedForPerson({ approvals }: Pick<Call, 'approvals'>, now: number): number {
  return approvals.reduce(
    (sum, { askedAt, answered }) => sum + Math.max(0, (answered?.at ?? now) - askedAt),
    0,
  );
}

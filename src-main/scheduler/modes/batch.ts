import { keptApart, type ModeRules } from './mode';

/** All at once, whatever they do, once the answer is whole: the naive mode, kept honest by the hazards that are recorded. */
export const batch: ModeRules = {
  parallelCalls: true,
  eager: 'reads',
  admits: () => true,
  follows: keptApart,
  failedWriteSkips: 'never',
};

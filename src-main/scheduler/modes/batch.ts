import { keptApart, type ModeRules } from './mode';

/** All at once, whatever they do: the naive mode, kept honest by the hazards that are recorded. */
export const batch: ModeRules = {
  parallelCalls: true,
  eager: true,
  admits: () => true,
  follows: keptApart,
  failedWriteSkips: 'never',
};

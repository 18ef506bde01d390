import { conflict } from '../../contract/footprint';
import { keptApart, type ModeRules } from './mode';

/** Reads overlap; a call waits for what it conflicts with, so that the writes on one screen form one ordered lane. */
export const mixed: ModeRules = {
  parallelCalls: true,
  eager: 'all',
  admits: () => true,
  follows: (earlier, later) =>
    keptApart(earlier, later) || conflict(earlier.footprint, later.footprint) !== null,
  failedWriteSkips: 'always',
};

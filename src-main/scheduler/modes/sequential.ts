import type { ModeRules } from './mode';

/** One call a turn. The API is told so; where the model sends more, the first runs. */
export const sequential: ModeRules = {
  parallelCalls: false,
  eager: 'none',
  admits: (index) => index === 0,
  follows: () => true,
  failedWriteSkips: 'always',
};

import { mixed } from './mixed';
import type { ModeRules } from './mode';

/** The calls of a script run as in mixed; but it sees a write fail, and what it asks for afterwards it wants all the same. */
export const script: ModeRules = { ...mixed, failedWriteSkips: 'unseen' };

import { mixed } from './mixed';
import type { ModeRules } from './mode';

/** What the model sends outside of a plan runs as in mixed. So do the tasks of a plan, beside what they need of each other. */
export const planned: ModeRules = mixed;

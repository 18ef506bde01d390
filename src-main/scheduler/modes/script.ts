import type { Mode } from '../../contract/run-options';
import { mixed } from './mixed';
import type { ModeRules } from './mode';

/** The calls of a script run as in mixed; but it sees a write fail, and what it asks for afterwards it wants all the same. */
const script: ModeRules = { ...mixed, failedWriteSkips: 'unseen' };

/** One after another, however many it asks for at once. */
const inSequence: ModeRules = { ...script, follows: () => true };

export function scriptRules(mode: Mode): ModeRules {
  return mode === 'sequential' ? inSequence : script;
}

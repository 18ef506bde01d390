import { alone } from './crew';
import { defaultLimits, type RunRequest } from './run-options';

/** A request of which only what a test is about has to be said. */
export function runRequest(given: Partial<RunRequest> = {}): RunRequest {
  return {
    task: 'Do it',
    target: { kind: 'practice' },
    model: { provider: 'scripted', demo: 'four-reads', thinkingMs: 0 },
    mode: 'mixed',
    limits: defaultLimits,
    overrides: {},
    crew: alone,
    approvals: 'sensitive',
    ...given,
  };
}

import type { AxProblem } from '../accessibility/outcome';
import type { Written } from './replies';

type Refused = Extract<Written, { readonly kind: 'refused' }>;

export function refused(reason: Refused['reason']): Refused {
  return { kind: 'refused', reason };
}

/** For a problem that came before anything was done. */
export function refusedFor(problem: AxProblem): Refused {
  return refused(problem === 'no_value' ? 'failed' : problem);
}

import type { Consented } from '../bridge/consent';
import type { Failure } from '../contract/failure';

/** Why a call may not run that the person did not let. */
export function whyRefused(said: Exclude<Consented, { kind: 'allowed' }>): Failure {
  return said.kind === 'denied' ? said.why : cancelled;
}

export const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled while it waited for the person.',
  next: 'Nothing was done.',
};

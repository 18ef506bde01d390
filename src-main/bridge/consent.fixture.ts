import type { Consent } from './consent';

/** A person who wants no question and leaves the desktop alone. */
export const unaskedPerson: Consent = {
  allows: () => true,
  ask: (question) => Promise.reject(new Error(`nobody wanted to be asked: ${question.sentence}`)),
  isHeld: false,
  untilFree: () => Promise.resolve(),
};

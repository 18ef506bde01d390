import type { Trouble } from '../../../native/linux/atspi';
import type { X11Failure } from '../../../native/linux/x11';
import { type Failure, failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';

const lookAgain = 'Take a snapshot.';

/** Why something could not be read. Nothing was done to the program. */
export function unread({ kind, sentence }: Trouble): Failure {
  switch (kind) {
    case 'gone':
      return { code: 'stale_ref', sentence: 'The element is no longer there.', next: lookAgain };
    case 'app_gone':
    case 'disconnected':
      return { code: 'target_gone', sentence: `The program is gone: ${sentence}`, next: 'Start it again.' };
    case 'timed_out':
      return {
        code: 'program_hung',
        sentence: `The program does not answer: ${sentence}`,
        next: 'Wait a while and look again, or end the program.',
      };
    case 'cancelled':
      return { code: 'cancelled', sentence: 'The call was cancelled.', next: 'Nothing needs to be done.' };
    case 'unsupported':
      return {
        code: 'unsupported',
        sentence: `The element cannot do that: ${sentence}`,
        next: 'Try another way.',
      };
    case 'refused':
    case 'broken':
      return { code: 'internal', sentence: `The program refused: ${sentence}`, next: lookAgain };
  }
}

export function failure<T>(value: Failure): Result<T> {
  return { ok: false, failure: value };
}

/** What an element that took a write made of it. */
export function declined({ kind, sentence }: Trouble): Failure {
  if (kind !== 'refused') return unread({ kind, sentence });
  return {
    code: 'not_enabled',
    sentence: `The program declined: ${sentence}`,
    next: 'Look at the element: it may be disabled, or want another kind of action.',
  };
}

/** After something was sent. */
export function deliveryUnknown(sentence: string): Result<Delivery> {
  return failed(
    'delivery_unknown',
    `It was sent, but whether it was done is not known: ${sentence}`,
    'Take a snapshot to see whether it was done. Do not repeat it blindly.',
  );
}

/** Of these it is certain that no key and no click was sent. */
const unsent: Readonly<Partial<Record<X11Failure['code'], Failure['code']>>> = {
  window_gone: 'stale_ref',
  window_hidden: 'not_visible',
  not_activated: 'not_frontmost',
  keys_held: 'not_frontmost',
  unknown_key: 'invalid_input',
  unsupported: 'unsupported',
  display_unreachable: 'target_gone',
  display_gone: 'target_gone',
};

export function x11Failure({ code, sentence, next }: X11Failure): Failure {
  return { code: unsent[code] ?? 'delivery_unknown', sentence, next };
}

/** Why the X server could not be asked. */
export function unseen({ code, sentence, next }: X11Failure): Failure {
  return { code: unsent[code] ?? 'timed_out', sentence, next };
}

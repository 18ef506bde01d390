import type { Answer, Outcome } from '../../../native/linux/atspi';
import type { X11Result } from '../../../native/linux/x11';
import { ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { declined, deliveryUnknown, failure, unread, x11Failure } from './failures';

/** What came of an action over the accessibility bus. */
export function byBus(done: Answer<Outcome>): Result<Delivery> {
  if (!done.ok) return failure(unread(done.trouble));
  switch (done.value.kind) {
    case 'accepted':
      return ok('accepted');
    case 'declined':
      return failure(declined(done.value.why));
    case 'unknown':
      return done.value.why.kind === 'app_gone'
        ? failure(unread(done.value.why))
        : deliveryUnknown(done.value.why.sentence);
  }
}

/** Keys and clicks are taken by the X server; whether a program hears them, nobody says. */
export function byHand(done: X11Result<unknown>): Result<Delivery> {
  return done.ok ? ok('sent') : failure(x11Failure(done.failure));
}

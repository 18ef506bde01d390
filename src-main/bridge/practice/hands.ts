import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { type CdpLine, NoAnswer, type Patience } from './cdp-line';
import type { Page } from './page';

/** The page, and a way to talk to it. */
export interface Hands {
  readonly line: CdpLine;
  readonly page: Page;
  readonly patience: Patience;
}

/** What is sent cannot be taken back: no answer from here on means that nobody knows. @param work begins with sending */
export async function delivered(patience: Patience, work: () => Promise<void>): Promise<Result<Delivery>> {
  if (patience.signal.aborted)
    return failed('cancelled', 'It was cancelled before anything was sent.', 'Nothing has to be undone.');
  try {
    await work();
    return ok('accepted');
  } catch (thrown) {
    if (!(thrown instanceof NoAnswer) || thrown.failure.code === 'target_gone') throw thrown;
    return failed(
      'delivery_unknown',
      `Whether it was done, or how far, is not known: ${thrown.failure.sentence}`,
      'Take a snapshot to see whether it was done. Do not repeat it blindly.',
    );
  }
}

export function noFocus() {
  return failed('not_enabled', 'The element does not take the focus.', 'Take a snapshot.');
}

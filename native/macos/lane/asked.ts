import type { ReplyTo } from './replies';
import { isWrite, type LaneRequest } from './requests';

/** Why there is no reply to a request that had begun. */
export type Loss =
  /** It took longer than its budget; the lane was ended. */
  | 'hung'
  /** The lane ended by itself. */
  | 'died'
  /** A mistake of ours; the lane was ended. */
  | 'broke'
  | 'cancelled';

export interface NotBegun {
  readonly kind: 'not_begun';
  readonly reason: 'own_pid' | 'cancelled' | 'cannot_start' | 'closed';
  readonly said: string;
}

export type Lost =
  /** A read without an answer. */
  | { readonly kind: 'no_answer'; readonly loss: Loss; readonly said: string }
  /** A write that may have been done: never to be repeated unseen. */
  | { readonly kind: 'unknown'; readonly loss: Loss; readonly said: string };

/** How it ended to ask a lane. After `not_begun` it is certain that nothing was done. */
export type Asked<R extends LaneRequest> =
  | { readonly kind: 'answered'; readonly reply: ReplyTo<R> }
  | NotBegun
  | Lost;

export function notBegun(reason: NotBegun['reason'], said: string): NotBegun {
  return { kind: 'not_begun', reason, said };
}

export function lost(request: LaneRequest, loss: Loss, said: string): Lost {
  return { kind: isWrite(request) ? 'unknown' : 'no_answer', loss, said };
}

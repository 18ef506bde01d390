import { LaneRequest } from './requests';
import { either, listOf, made, number, type Of, one, text } from './shape';

/** The first message to a lane. */
export const Start = made({
  kind: one('start'),
  /** The one program that the lane is for. */
  pid: number,
  /** Processes that it never asks: they wait for it. */
  own: listOf(number),
  /** Begins every identity of this lane, so that one of an earlier lane is never taken for another element. */
  prefix: text,
  timeoutSeconds: number,
  paths: made({ coreFoundation: text, applicationServices: text, coreGraphics: text, carbon: text }),
});
export type Start = Of<typeof Start>;

export const ToLane = either(
  Start,
  made({ kind: one('ask'), id: number, request: LaneRequest }),
  /** Ends what waits. A call that has begun goes on. */
  made({ kind: one('cancel'), id: number }),
);
export type ToLane = Of<typeof ToLane>;

/** A message of the lane; a reply is parsed as the one to what was asked. */
export type FromLane =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cannot_start'; readonly said: string }
  | { readonly kind: 'answer'; readonly id: number; readonly reply: unknown }
  /** A mistake in the code below it: the lane is not to be trusted any further. */
  | { readonly kind: 'broke'; readonly id: number; readonly said: string };

const Told = either(
  made({ kind: one('ready') }),
  made({ kind: one('cannot_start'), said: text }),
  made({ kind: one('broke'), id: number, said: text }),
  made({ kind: one('answer'), id: number, reply: { matches: () => true } }),
);

export function parseFromLane(value: unknown): FromLane | null {
  return Told.matches(value) ? (value as FromLane) : null;
}

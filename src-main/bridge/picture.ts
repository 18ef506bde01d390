import { ok, type Result } from '../contract/failure';
import type { ImageBlock } from '../contract/messages';
import type { DeskCaller, Picture } from './desk';
import type { Workings } from './workings';

export async function screenshot(workings: Workings, caller: DeskCaller): Promise<Result<ImageBlock>> {
  const { adapter, book, keepBlob } = workings;
  const shot = await adapter.screenshot(caller.signal);
  if (!shot.ok) return shot;
  const { bytes, mediaType, width, height } = shot.value;
  const blob = keepBlob(bytes);
  caller.emit({
    type: 'screenshot-taken',
    turn: caller.turn,
    callId: caller.callId,
    snapshot: book.latest?.id ?? null,
    blob,
    mediaType,
    width,
    height,
  });
  return ok({ type: 'image', blob, mediaType });
}

/** For whoever watches: a picture per step. */
export async function takePicture(workings: Workings, caller: DeskCaller): Promise<Picture> {
  const taken = await screenshot(workings, caller);
  return taken.ok ? { kind: 'taken', blob: taken.value.blob } : { kind: 'not_taken', failure: taken.failure };
}

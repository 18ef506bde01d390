import type { Captured } from '../../../native/macos';
import { failed, ok, type Result } from '../../contract/failure';
import type { Screenshot } from '../adapter';
import { cancelled, failure } from './failures';
import type { Called } from './program';
import { listOwn } from './windows';

/** Takes a picture of a window by its number. */
export type CaptureWindow = (id: number, signal: AbortSignal) => Promise<Captured>;

/** Of the topmost window. Told in points, of which a display may have two pixels each. */
export async function pictureOf(called: Called, capture: CaptureWindow): Promise<Result<Screenshot>> {
  const listed = await listOwn(called);
  if (!listed.ok) return listed;
  const [window] = listed.value;
  if (window === undefined)
    return failed('not_visible', 'The program shows no window.', 'Open one, or take a snapshot instead.');
  const captured = await capture(window.id, called.signal);
  if (called.signal.aborted) return failure(cancelled);
  if (!captured.ok) {
    return captured.problem === 'not_permitted'
      ? failed(
          'permission_missing',
          captured.said,
          'Allow it in System Settings, or take a snapshot instead.',
        )
      : failed('internal', `There is no picture: ${captured.said}`, 'Take a snapshot instead.');
  }
  const { width, height } = window.bounds;
  return ok({ bytes: captured.picture.bytes, mediaType: 'image/png', width, height });
}

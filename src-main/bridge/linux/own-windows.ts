import type { X11Window } from '../../../native/linux/x11';
import { ok, type Result } from '../../contract/failure';
import type { Screenshot, TargetWindow } from '../adapter';
import { failure, unseen } from './failures';
import type { Program } from './program';

/** Topmost first, menus and popups among them. */
export async function ownWindows({ x11, application }: Program): Promise<Result<readonly TargetWindow[]>> {
  const own = await x11.windows(application.pid);
  if (!own.ok) return failure(unseen(own.failure));
  return ok(
    own.value
      .filter(({ shown }) => shown)
      .map(({ title, frame, active, modal }) => ({ title, bounds: frame, active, modal })),
  );
}

/** A picture of the window that has the focus, or else of the topmost one: whole, also where others cover it. */
export async function picture({ x11, application }: Program): Promise<Result<Screenshot>> {
  const own = await x11.windows(application.pid);
  if (!own.ok) return failure(unseen(own.failure));
  const shown = own.value.filter((window) => window.shown && window.managed);
  const window: X11Window | undefined = shown.find(({ active }) => active) ?? shown[0];
  if (window === undefined)
    return failure({
      code: 'not_visible',
      sentence: 'The program shows no window.',
      next: 'Open one of its windows first.',
    });
  const taken = await x11.capture(window.id);
  if (!taken.ok) return failure(unseen(taken.failure));
  const { png, rect } = taken.value;
  return ok({ bytes: png, mediaType: 'image/png', width: rect.width, height: rect.height });
}

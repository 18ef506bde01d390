import type { X11Window } from '../../../native/linux/x11';
import { failed, ok, type Result } from '../../contract/failure';
import { failure, unseen } from './failures';
import type { Program } from './program';

/** The window that keys go to, where it is one of the program's. */
export async function frontWindow({ x11, application, program }: Program): Promise<Result<X11Window>> {
  const own = await x11.windows(application.pid);
  if (!own.ok) return failure(unseen(own.failure));
  const active = own.value.find((window) => window.active);
  if (active !== undefined) return ok(active);
  return failed(
    'not_frontmost',
    `Keys would not go to ${program}: another window is in front.`,
    'Focus an element of the program first.',
  );
}

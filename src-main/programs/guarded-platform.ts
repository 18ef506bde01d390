import type { Platform } from '../bridge/platform';
import { ok, type Result } from '../contract/failure';
import type { ProgramAccess } from '../contract/program';
import { type Candidate, denial } from './access';

/** What the person's lists say at this moment. */
export type AccessNow = (program: Candidate) => ProgramAccess;

/**
 * A platform that is driven only as far as the person's lists go: failure `program_denied` before anything is looked at, started or
 * brought to the front. All programs are still told, so that it can be said which are left alone.
 *
 * @param isOwnWindowInUse what the person does at Interlock's own window is no use of another program
 */
export function guardedPlatform(
  platform: Platform,
  accessNow: AccessNow,
  isOwnWindowInUse: () => boolean,
): Platform {
  const check = (program: Candidate): Result<null> => {
    const failure = denial(program, accessNow(program));
    return failure === null ? ok(null) : { ok: false, failure };
  };
  return {
    name: platform.name,
    programs: (signal) => platform.programs(signal),
    async open(name, signal) {
      const wanted = check({ name, pid: null });
      if (!wanted.ok) return wanted;
      const opened = await platform.open(name, signal);
      if (!opened.ok) return opened;
      // What it calls itself may not be what it was called.
      const running = check(opened.value.id);
      return running.ok ? opened : running;
    },
    async adapterFor(program, signal) {
      const allowed = check(program);
      return allowed.ok ? platform.adapterFor(program, signal) : allowed;
    },
    permissions: (signal) => platform.permissions(signal),
    openPermissionSettings: (name) => platform.openPermissionSettings(name),
    watchPerson: (seen) =>
      platform.watchPerson((what) => {
        if (!isOwnWindowInUse()) seen(what);
      }),
    close: () => platform.close(),
  };
}

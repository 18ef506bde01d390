import type { Failure } from '../../contract/failure';
import type { Platform } from '../platform';

/** A session whose programs can't be reached: everything that is asked of it says why. */
export function unreachablePlatform(why: Failure): Platform {
  const failed = () => Promise.resolve({ ok: false as const, failure: why });
  return {
    name: 'linux',
    programs: failed,
    open: failed,
    adapterFor: failed,
    permissions: async () => ({
      platform: 'linux',
      grantTo: 'Interlock',
      permissions: [
        { name: 'accessibility', state: 'failing', granted: null, sentence: why.sentence, next: why.next },
      ],
    }),
    openPermissionSettings: failed,
    watchPerson: () => () => {},
    close: () => Promise.resolve(),
  };
}

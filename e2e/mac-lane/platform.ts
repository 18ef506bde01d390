import { createLanes } from '../../native/macos';
import { onePath } from '../../native/macos/framework-paths';
import { macPlatform } from '../../src-main/bridge/macos/mac-platform';
import { isRunningNow } from '../../src-main/bridge/macos/program';
import type { Platform } from '../../src-main/bridge/platform';
import { spawnMacLane } from '../../src-main/shell/mac-lanes';
import { systemClock } from '../../src-main/system-clock';

/** In the test's build of the app this stands where the app looks which desktop it is on: a Mac, with simulated frameworks. */
export async function openPlatform(): Promise<Platform> {
  const own = [process.pid];
  const paths = onePath(process.env['INTERLOCK_SIMULATED_LIBRARY'] ?? '');
  return macPlatform({
    lanes: createLanes({ spawn: spawnMacLane, paths, own, timeoutSeconds: 1 }),
    own,
    grantTo: 'Interlock',
    clock: systemClock,
    // Nobody sits at this Mac, and nothing has to be brought to its front.
    idleSeconds: () => 3_600,
    run: async () => {},
    isRunning: isRunningNow,
  });
}

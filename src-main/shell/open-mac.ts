import { app, powerMonitor } from 'electron';
import { createLanes, macPaths, runProgram } from '../../native/macos';
import { macPlatform } from '../bridge/macos/mac-platform';
import { isRunningNow } from '../bridge/macos/program';
import type { Platform } from '../bridge/platform';
import { systemClock } from '../system-clock';
import { spawnMacLane } from './mac-lanes';

/** For one native call, in seconds. */
const timeoutSeconds = 1;

/** In development macOS counts what Interlock does as done by the program that it was started from. */
const grantTo = () =>
  app.isPackaged ? app.getName() : 'the program that Interlock was started from, such as Terminal';

export function openMac(): Platform {
  const own = [process.pid];
  return macPlatform({
    lanes: createLanes({ spawn: spawnMacLane, paths: macPaths, own, timeoutSeconds }),
    own,
    grantTo: grantTo(),
    clock: systemClock,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    run: runProgram,
    isRunning: isRunningNow,
  });
}

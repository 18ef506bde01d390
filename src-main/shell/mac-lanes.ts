import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { SpawnLane } from '../../native/macos';

/** Beside this file, once both are built. */
const entry = join(import.meta.dirname, 'macos-lane.js');

/** Each lane in a process that macOS counts as part of the app, so that the app's permissions hold for it. */
export const spawnMacLane: SpawnLane = () => {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Interlock lane', stdio: 'inherit' });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes has no origin
    send: (message) => child.postMessage(message),
    onMessage: (heard) => {
      child.on('message', heard);
    },
    onExit: (ended) => {
      child.once('exit', ended);
    },
    // A lane that waits inside of a program that hangs hears nothing else.
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
};

import { Worker } from 'node:worker_threads';
import { thrownSentence } from '../contract/failure';
import type { SpawnSandbox } from './run-script';

/** @param entry path of the built `sandbox-worker` */
export function sandboxThreads(entry: string): SpawnSandbox {
  return () => {
    // No environment, no arguments: a script that broke out of its interpreter would find none of ours.
    const worker = new Worker(entry, {
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      send: (message) => worker.postMessage(message),
      onMessage: (heard) => void worker.on('message', heard),
      onGone(gone) {
        worker.on('error', (thrown) => gone(thrownSentence(thrown)));
        worker.on('exit', () => gone('its thread ended'));
      },
      kill: () => void worker.terminate(),
    };
  };
}

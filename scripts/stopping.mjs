import { constants } from 'node:os';

/** What a person (Ctrl+C), a supervisor or a closing terminal sends. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @typedef {(typeof SIGNALS)[number]} StopSignal */

/** @type {Set<() => void>} */
const cleanups = new Set();
/** @type {Set<(signal: StopSignal) => void>} */
const forwards = new Set();
let listening = false;

/**
 * Has `cleanup` run when this process is stopped or exits, so that no child, display or lock outlives it.
 * @param {() => void} cleanup synchronous
 * @returns {() => void} takes it back
 */
export function whenStopped(cleanup) {
  listen();
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/**
 * While a child is there to decide how to end, stop signals go to it instead of ending this process.
 * @param {(signal: StopSignal) => void} forward
 * @returns {() => void} takes it back
 */
export function forwardStops(forward) {
  listen();
  forwards.add(forward);
  return () => void forwards.delete(forward);
}

function listen() {
  if (listening) return;
  listening = true;
  process.once('exit', cleanUp);
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      for (const forward of forwards) forward(signal);
      if (forwards.size > 0) return;
      process.exit(128 + constants.signals[signal]);
    });
  }
}

function cleanUp() {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
}

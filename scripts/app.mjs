import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { inModules, ROOT } from './paths.mjs';
import { sandboxSwitches } from './sandbox.mjs';
import { forwardStops } from './stopping.mjs';

/** Chromium tells of every desktop service that a container does not have; only what ends it is worth a line. */
const QUIET = '--log-level=3';

/** The executable that `require('electron')` names. Only after bootstrap. */
export const electronExecutable = () =>
  inModules(`electron/dist/${readFileSync(inModules('electron/path.txt'), 'utf8')}`);

/**
 * Opens the built app and waits for its end. Stop signals go on to the app, once each, so that it can end a run
 * properly.
 *
 * @param {readonly string[]} args for the app
 * @param {{ env: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions }} options
 * @returns {Promise<number>} the app's exit code, 128 + n where signal n ended it
 */
export function runApp(args, { env, stdio = 'inherit' }) {
  const electron = electronExecutable();
  return runUntilExit(electron, [...sandboxSwitches(electron), QUIET, ROOT, ...args], { env, stdio });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   env: Record<string, string | undefined>,
 *   stdio: import('node:child_process').StdioOptions,
 *   wholeGroup?: boolean,
 *   onStart?: (child: import('node:child_process').ChildProcess) => void,
 * }} options
 * `wholeGroup`: its children get the signals too, for a command that does not pass them on itself
 * @returns {Promise<number>} its exit code, 128 + n where signal n ended it
 */
export function runUntilExit(command, args, { env, stdio, wholeGroup = false, onStart }) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined },
    stdio,
    // Its own group: a terminal's Ctrl+C would otherwise reach it twice, and the second time ends it at once.
    detached: process.platform !== 'win32',
  });
  const release = forwardStops((signal) => {
    if (wholeGroup && child.pid !== undefined && process.platform !== 'win32')
      process.kill(-child.pid, signal);
    else child.kill(signal);
  });
  onStart?.(child);

  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      release();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { inModules, ROOT } from './paths.mjs';

/** What a person or a supervisor sends to stop a program. */
const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Chromium's sandbox refuses to start as root. Everyone else keeps it. */
export const isLinuxRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

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
  const switches = isLinuxRoot() ? ['--no-sandbox'] : [];
  return runUntilExit(electronExecutable(), [...switches, ROOT, ...args], { env, stdio });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: Record<string, string | undefined>, stdio: import('node:child_process').StdioOptions }} options
 * @returns {Promise<number>}
 */
export function runUntilExit(command, args, { env, stdio }) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined },
    stdio,
    // Its own group: a terminal's Ctrl+C would otherwise reach it twice, and the second time ends it at once.
    detached: process.platform !== 'win32',
  });
  const forwards = STOP_SIGNALS.map((signal) => ({ signal, forward: () => void child.kill(signal) }));
  for (const { signal, forward } of forwards) process.on(signal, forward);

  return new Promise((resolve, reject) => {
    const done = () => {
      for (const { signal, forward } of forwards) process.off(signal, forward);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { SetupProblem } from './setup/problem.mjs';
import { whenStopped } from './stopping.mjs';

/** Xvfb is up in a tenth of a second; after this it is not coming. */
const START_LIMIT_MS = 10_000;
const SCREEN = '1600x1000x24';

/**
 * Where to show windows: on a display that is there, or on a virtual one.
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, answers: boolean }} facts `answers`: the X display named
 * by DISPLAY accepts connections
 * @returns {'present' | 'virtual'}
 */
export function chooseDisplay({ platform, env, answers }) {
  if (platform !== 'linux') return 'present';
  return Boolean(env['WAYLAND_DISPLAY']) || (Boolean(env['DISPLAY']) && answers) ? 'present' : 'virtual';
}

/**
 * Runs `work` with a display and stops the virtual one, if there had to be one, whatever happens.
 *
 * @template T
 * @param {(env: { DISPLAY?: string }) => Promise<T>} work gets the environment to add to the child's
 * @param {{ onVirtual?: (display: string) => void }} [options]
 * @returns {Promise<T>}
 * @throws {SetupProblem} no_display
 */
export async function withDisplay(work, { onVirtual } = {}) {
  const answers = await displayAnswers(process.env['DISPLAY']);
  if (chooseDisplay({ platform: process.platform, env: process.env, answers }) === 'present') return work({});
  const { display, stop } = await startXvfb();
  const release = whenStopped(stop);
  try {
    onVirtual?.(display);
    return await work({ DISPLAY: display });
  } finally {
    release();
    stop();
  }
}

/**
 * A display on this machine has a socket of a known name; one reached over the network is taken at its word.
 * @param {string | undefined} display
 * @returns {Promise<boolean>}
 */
function displayAnswers(display) {
  const number = /^(?:unix)?:(\d+)/.exec(display ?? '')?.[1];
  if (number === undefined) return Promise.resolve(Boolean(display));
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${number}`);
    socket.once('connect', () => resolve(true) ?? socket.destroy());
    socket.once('error', () => resolve(false));
  });
}

/**
 * Xvfb picks a free number itself and tells it on descriptor 3, so two of them never collide. It has a process group
 * of its own: Ctrl+C in a terminal must reach the app first, and take the display last.
 *
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
function startXvfb() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  const stop = () => void child.kill('SIGTERM');

  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(timer);
      stop();
      reject(new SetupProblem('no_display', `No virtual display could be started: ${why}.`, INSTALL, errors));
    };
    const timer = setTimeout(
      () => fail(`Xvfb said nothing for ${START_LIMIT_MS / 1_000} seconds`),
      START_LIMIT_MS,
    );
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`Xvfb ended with code ${code}`));

    let number = '';
    child.stdio[3]?.on('data', (chunk) => {
      number += String(chunk);
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      child.unref();
      resolve({ display: `:${number.trim()}`, stop });
    });
  });
}

const INSTALL = 'Install Xvfb, or set DISPLAY to a display that works.';

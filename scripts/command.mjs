import { spawn } from 'node:child_process';
import { whenStopped } from './stopping.mjs';

/**
 * @typedef {object} CommandResult
 * @property {number | null} code exit code; null when the command was killed or never started
 * @property {string} output stdout and stderr, interleaved as they came
 * @property {boolean} timedOut true when `timeoutMs` ran out and the process group was killed
 */

/**
 * Runs a command to its end and collects its output. Never throws: a command that cannot be started has code null
 * and its error as output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: Record<string, string | undefined>,
 *   timeoutMs?: number,
 *   onStart?: (pid: number) => void,
 * }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, { cwd, env, timeoutMs, onStart } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const killGroup = () => {
      if (child.pid === undefined || child.exitCode !== null) return;
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch (error) {
        output += `\n${String(error)}\n`;
      }
    };
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            killGroup();
          }, timeoutMs);
    if (child.pid !== undefined) onStart?.(child.pid);
    const release = whenStopped(killGroup);

    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);

    /** @param {number | null} code */
    const finish = (code) => {
      clearTimeout(timer);
      release();
      resolve({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(null);
    });
    child.once('close', finish);
  });
}

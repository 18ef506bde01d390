import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { NODE_MODULES, ROOT } from '../paths.mjs';
import { fingerprint, stampMatches, writeStamp } from './fingerprint.mjs';
import { SetupProblem } from './problem.mjs';

/** In node_modules, which npm ci empties first: a half-finished install leaves no stamp. */
const STAMP = join(NODE_MODULES, '.interlock-packages');

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;
const OUT_OF_STEP = /EUSAGE|in sync|lockfileVersion/;

const wanted = () =>
  fingerprint(ROOT, ['package.json', 'package-lock.json', '.npmrc'], [process.platform, process.arch]);

export async function packagesAreCurrent() {
  return stampMatches(STAMP, await wanted());
}

/**
 * @param {(pid: number) => void} [onStart] hears of the process that changes node_modules
 * @throws {SetupProblem} npm_missing | npm_offline | lock_out_of_step | npm_failed
 */
export async function installPackages(onStart) {
  const hash = await wanted();
  const result = await npm(
    ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
    onStart && { onStart },
  );
  if (result.code !== 0) throw explain(result);
  await writeStamp(STAMP, hash);
}

/**
 * Runs the npm that started this process, or the one on the PATH.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, onStart?: (pid: number) => void }} [options]
 */
export function npm(args, { cwd = ROOT, onStart } = {}) {
  // The floor's install script would download a second Electron and fail without a network: only its types are used.
  const options = { cwd, env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }, ...(onStart && { onStart }) };
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) return runCommand(process.execPath, [cli, ...args], options);
  return process.platform === 'win32'
    ? runCommand('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : runCommand('npm', args, options);
}

/**
 * @param {import('../command.mjs').CommandResult} result
 * @returns {SetupProblem}
 */
export function explain({ code, output }) {
  if (code === null) {
    return new SetupProblem(
      'npm_missing',
      'npm could not be started.',
      'Install Node together with npm.',
      output,
    );
  }
  if (OFFLINE.test(output)) {
    return new SetupProblem(
      'npm_offline',
      'npm could not reach its registry.',
      'Check the network connection (or the proxy in `npm config list`) and run the command again.',
      output,
    );
  }
  if (OUT_OF_STEP.test(output)) {
    return new SetupProblem(
      'lock_out_of_step',
      'package.json and package-lock.json do not agree.',
      'Run `npm install`, look at the change of package-lock.json, and run the command again.',
      output,
    );
  }
  return new SetupProblem(
    'npm_failed',
    'npm ci failed.',
    'Read its output above; run `npm ci` to see all of it.',
    output,
  );
}

// `npm run desktop -- mousepad "zenity --entry"`: a desktop of its own that nobody sees, with these programs on it.

import './setup/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { bundle } from './bundle.mjs';
import { ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { runMain, SetupProblem } from './setup/problem.mjs';
import { forwardStops } from './stopping.mjs';

/** @typedef {typeof import('../native/linux/private-desktop/index')} PrivateDesktop */
/** @typedef {import('../native/linux/private-desktop/index').Desktop} Desktop */

await runMain(async () => {
  if (process.platform !== 'linux') {
    throw new SetupProblem(
      'linux_only',
      'A private desktop is made of an X server, so there is one on Linux alone.',
      'Run this on Linux, or in a Linux container.',
    );
  }
  await bootstrap({ electronNeeded: false });
  const { startDesktop, shellLines } = await load();
  const stopped = new Promise((resolve) => void forwardStops(resolve));
  const desktop = valueOf(await startDesktop());
  try {
    for (const commandLine of process.argv.slice(2)) await startOn(desktop, commandLine);
    console.log(about(desktop, shellLines(desktop.variables)));
    await stopped;
  } finally {
    valueOf(await desktop.stop());
  }
  return 0;
});

/** @returns {Promise<PrivateDesktop>} */
async function load() {
  const source = join(ROOT, 'native/linux/private-desktop/index.ts');
  const file = await withProgress('Bundling', () => bundle(source, 'private-desktop'));
  return import(pathToFileURL(file).href);
}

/**
 * @param {Desktop} desktop
 * @param {string} commandLine split at spaces
 */
async function startOn(desktop, commandLine) {
  const [command = '', ...args] = commandLine.split(/\s+/).filter((word) => word !== '');
  const program = valueOf(await desktop.spawn(command, args, { output: 'inherit' }));
  console.log(`Started ${commandLine} (process ${program.pid}).`);
  void program.ended.then(({ code, signal }) =>
    console.log(`${commandLine} ended with ${signal ?? `code ${code}`}.`),
  );
}

/**
 * @param {Desktop} desktop
 * @param {readonly string[]} lines
 */
function about({ display, sessionBusAddress }, lines) {
  return `
The desktop is on display ${display}. Ctrl+C stops it, with all that is on it.

To start programs on it from another terminal, enter these lines there first:
${lines.map((line) => `  ${line}`).join('\n')}

To let Interlock work on it:
  DISPLAY='${display}' DBUS_SESSION_BUS_ADDRESS='${sessionBusAddress}' npm start
`;
}

/**
 * @template T
 * @param {import('../native/linux/private-desktop/index').DesktopResult<T>} result
 * @returns {T}
 */
function valueOf(result) {
  if (result.ok) return result.value;
  const { code, sentence, next } = result.failure;
  throw new SetupProblem(code, sentence, next);
}

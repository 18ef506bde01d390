import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { app } from 'electron';
import { registerAppScheme, serveRenderer } from './app-protocol';
import { type Command, type HeadlessRun, readCommand, usage, withoutSwitches } from './cli';
import { chosenHome, userArguments } from './home';
import { ORIGIN } from './renderer-files';
import { runHeadlessApp } from './shell/headless-app';
import { type Further, furtherLaunch, type Launch, launchFrom } from './shell/launch';
import { isProcessRunning, removeFolder, sessionFolder } from './shell/session-folder';
import { openWindowApp } from './shell/window-app';
import { writeLine } from './shell/write-line';
import { built, denyTheRest } from './window';

const home = chosenHome(process.argv, process.env);
if (home !== null) {
  mkdirSync(home, { recursive: true });
  app.setPath('userData', home);
}

// Asking for the sandbox takes --no-sandbox away, without which Chromium cannot run as root.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

const devPage = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
const practicePage = `${devPage ?? ORIGIN}/practice/index.html`;
const workingDirectory = process.env['INIT_CWD'] ?? process.cwd();
const practice = {
  preload: built('preload', 'practice-preload.cjs'),
  page: practicePage,
  partition: 'practice',
};
registerAppScheme();
denyTheRest(devPage);
const args = withoutSwitches(userArguments(process.argv, !app.isPackaged));
follow(readCommand(args));

function follow(command: Command): void {
  switch (command.kind) {
    case 'help':
      writeLine('stdout', usage);
      return app.exit(0);
    case 'version':
      writeLine('stdout', app.getVersion());
      return app.exit(0);
    case 'mistake':
      writeLine('stderr', `${command.sentence}\n\n${usage}`);
      return app.exit(2);
    case 'run':
      return runWithoutWindow(command.run);
    case 'window':
      return openWindow(launchFrom(command, workingDirectory));
  }
}

/** Beside a window that may be open on the same home: the browser's own files must not be shared. */
function runWithoutWindow(wanted: HeadlessRun): void {
  // Otherwise Electron would show a dialog, and wait for somebody to answer it.
  process.on('uncaughtException', (error) => {
    console.error('The run broke.', error);
    app.exit(1);
  });
  const session = sessionFolder(tmpdir(), process.pid, isProcessRunning);
  app.setPath('sessionData', session);
  // Nothing is shown, and an exit while a GPU process is still failing to start can hang.
  app.disableHardwareAcceleration();
  app.on('window-all-closed', () => {});
  whenReady(async () => {
    const parts = { home: app.getPath('userData'), appVersion: app.getVersion() };
    const code = await runHeadlessApp({
      ...parts,
      wanted,
      workingDirectory,
      practice: { ...practice, show: false },
    });
    app.once('quit', () => void removeFolder(session));
    app.exit(code);
  });
}

/** One window a home: a further launch hands over what the person wrote, and ends. */
function openWindow(launch: Launch): void {
  if (!app.requestSingleInstanceLock({ args, workingDirectory } satisfies Further)) return app.exit(0);
  const later: Launch[] = [];
  let take = (further: Launch): void => void later.push(further);
  app.on('second-instance', (_event, _argv, _cwd, handed) => take(furtherLaunch(handed)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take({ run: null, open: path });
  });
  whenReady(async () => {
    const parts = { home: app.getPath('userData'), appVersion: app.getVersion() };
    take = await openWindowApp({ ...parts, launch, devPage, practice: { ...practice, show: true } });
    later.forEach(take);
  });
}

/** Not awaited: Electron becomes ready only after this module has been evaluated. */
function whenReady(open: () => Promise<void>): void {
  const start = async (): Promise<void> => {
    await app.whenReady();
    serveRenderer(built('renderer'), practice.partition);
    await open();
  };
  start().catch((error: unknown) => {
    console.error('The app could not start.', error);
    app.exit(1);
  });
}

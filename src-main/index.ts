import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { registerAppScheme, serveRenderer } from './app-protocol';
import { chosenHome } from './home';
import { built, createMainWindow, denyTheRest } from './window';

const home = chosenHome(process.argv, process.env);
if (home !== null) {
  mkdirSync(home, { recursive: true });
  app.setPath('userData', home);
}

// Asking for the sandbox takes --no-sandbox away, without which Chromium cannot run as root.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

const devPage = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
registerAppScheme();
denyTheRest(devPage);

app.on('window-all-closed', () => app.quit());

// Not awaited: Electron becomes ready only after this module has been evaluated.
app.whenReady().then(open, (error: unknown) => {
  console.error('The app could not start.', error);
  app.exit(1);
});

function open(): void {
  serveRenderer(built('renderer'));
  createMainWindow({
    preload: built('preload', 'preload.cjs'),
    boundsFile: join(app.getPath('userData'), 'window.json'),
    devPage,
    visible: true,
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');

export interface LaunchOptions {
  /** The entry of another build of the app; without it the one that ships. */
  readonly entry?: string;
  /** What a person would write after `npm start --`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Recordings and settings of an earlier launch, to go on with. Kept on close; without it a new folder is used. */
  readonly home?: string;
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The main window, past its first load. */
  readonly page: Page;
  /** The folder that holds this launch's recordings and settings. */
  readonly home: string;
  /** What the pages wrote to their consoles as an error, and what they threw, as it came. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

/** Starts the built app on a home of its own, so that tests neither see nor leave anything of each other. */
export async function launch({
  entry = ROOT,
  args = [],
  env = {},
  home,
}: LaunchOptions = {}): Promise<Launched> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'interlock-home-')));
  const app = await _electron.launch({
    args: [entry, `--user-data-dir=${folder}`, ...args],
    cwd: ROOT,
    // The app's own theme, not one that the driver puts over it.
    colorScheme: null,
    env: { ...inherited(), ...env },
  });

  const pageErrors: string[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    page.on('pageerror', (error) => pageErrors.push(error.message));
  };
  app.on('window', listen);

  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return {
    app,
    page,
    home: folder,
    pageErrors,
    close: async () => {
      await app.close();
      if (home === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Without what would make Electron run as plain Node or load the dev server. */
function inherited(): Record<string, string> {
  const dropped = new Set([
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_RENDERER_URL',
    'INTERLOCK_HOME',
    'NODE_OPTIONS',
  ]);
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !dropped.has(entry[0]),
    ),
  );
}

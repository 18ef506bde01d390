import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, screen, type WebContents } from 'electron';
import { ORIGIN } from './renderer-files';
import { webPreferences } from './web-preferences';
import { isReachable, readBounds, writeBounds } from './window-bounds';

/** `--color-canvas` of tokens.css in both themes: what shows before the first paint. */
const CANVAS = { light: '#f4f4f6', dark: '#161719' };

const DEFAULT_SIZE = { width: 1320, height: 860 };
/** Of the window with its frame, at a text scale of 1. */
export const LEAST_SIZE = { width: 760, height: 480 };

export interface WindowOptions {
  /** Absolute path of the one-file preload. */
  readonly preload: string;
  /** Where the window's place is remembered. */
  readonly boundsFile: string;
  /** The dev server's page; null loads the built one. */
  readonly devPage: string | null;
  /** False builds the window without ever showing it. */
  readonly visible: boolean;
}

/** The app's one main window. It shows itself once it has something to show. */
export function createMainWindow({ preload, boundsFile, devPage, visible }: WindowOptions): BrowserWindow {
  const remembered = readBounds(boundsFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = remembered !== null && isReachable(remembered, screens) ? remembered : null;

  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(place !== null && { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: app.name,
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    webPreferences: webPreferences(preload),
  });

  window.once('ready-to-show', () => {
    if (place?.maximized === true) window.maximize();
    if (visible) window.show();
  });
  window.on('close', () =>
    writeBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  void load(window, devPage);
  return window;

  function repaint() {
    window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light);
  }
}

async function load(window: BrowserWindow, devPage: string | null): Promise<void> {
  try {
    await window.loadURL(devPage ?? `${ORIGIN}/index.html`);
  } catch (error) {
    // Closing a window ends its load too.
    if (!window.isDestroyed()) console.error('The window could not load its page.', error);
  }
}

/**
 * No page of this app goes elsewhere, opens a window, embeds another page or is granted a permission, whatever is
 * rendered in it. Has to run before the first window is made.
 */
export function denyTheRest(devPage: string | null): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, devPage));
  app.on('session-created', refusePermissions);
}

function confine(contents: WebContents, devPage: string | null): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!(devPage !== null && event.isMainFrame && isSameOrigin(event.url, devPage))) event.preventDefault();
  });
}

const isSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;

function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Where electron-vite puts what the windows load, seen from the bundled main file. */
export const built = (folder: 'preload' | 'renderer', file = ''): string =>
  join(import.meta.dirname, '..', folder, file);

import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import { answerRequests } from '../ipc/answer-requests';
import { createHandlers } from '../ipc/handlers';
import { createNotices } from '../ipc/notices';
import { ORIGIN } from '../renderer-files';
import { openedFiles } from '../trace/opened-files';
import { built, createMainWindow } from '../window';
import { bootstrapOf } from './bootstrap';
import { systemDesktop } from './desktop';
import { type EngineOptions, startEngine } from './engine';
import { type Launch, launchAgain } from './launch';
import { setMenu } from './menu';
import { createProblems } from './problems';
import { quitProperly } from './quit-properly';
import { createStopShortcut } from './stop-shortcut';
import { keepTextScale } from './text-scale';

export interface WindowAppOptions extends Pick<EngineOptions, 'home' | 'appVersion' | 'practice'> {
  readonly launch: Launch;
  /** The dev server's page; null loads the built one. */
  readonly devPage: string | null;
}

/** The app as a person sees it: an engine, and the window in front of it. @returns who takes further launches */
export async function openWindowApp(options: WindowAppOptions): Promise<(launch: Launch) => void> {
  const { home, devPage, appVersion } = options;
  let window: BrowserWindow | null = null;
  let scaleText = (): void => {};
  let { launch } = options;
  const notices = createNotices({
    send: (name, payload) => window?.webContents.send(name, payload),
    later: setTimeout,
  });
  const problems = createProblems((failure) => notices.tell('problem', failure));
  const shortcut = createStopShortcut(() => engine.runs.stop('global_shortcut'), problems.arose);
  const engine = await startEngine({
    ...options,
    answering: 'person',
    saying: null,
    isOwnWindowInUse: () => window?.isFocused() === true,
    heard: notices.happened,
    changed: (active) => {
      shortcut.follow(active !== null);
      notices.tell('run:active', { id: active });
      notices.tell('runs:changed', null);
    },
    mcpChanged: () => notices.tell('mcp:changed', engine.mcpReport()),
    mcpWaitMs: 5_000,
    problem: problems.arose,
  });
  engine.mcp.start();
  const { library, settings, keys, runs } = engine;
  const emptied = await library.emptyTrash();
  if (!emptied.ok) problems.arose(emptied.failure);
  nativeTheme.themeSource = settings.current.theme;

  const handlers = createHandlers({
    bootstrap() {
      const told = bootstrapOf(engine, appVersion, launch);
      // A page that is loaded again must not run it again.
      launch = { run: null, open: null };
      problems.heard();
      return told;
    },
    runs,
    person: engine.person,
    programs: engine.programs,
    library,
    files: openedFiles(library),
    settings,
    settingsChanged: ({ theme }) => {
      nativeTheme.themeSource = theme;
      scaleText();
    },
    keys,
    desktop: { ...systemDesktop(() => window), showPractice: engine.showPractice },
    mcp: engine.mcp,
    mcpReport: engine.mcpReport,
    runsChanged: () => notices.tell('runs:changed', null),
  });
  const origin = devPage === null ? ORIGIN : new URL(devPage).origin;
  answerRequests(handlers, { mainFrame: () => window?.webContents.mainFrame ?? null, origin });
  setMenu({
    platform: process.platform,
    development: !app.isPackaged,
    command: (command) => notices.tell('menu:command', command),
  });

  window = createMainWindow({
    preload: built('preload', 'preload.cjs'),
    boundsFile: join(home, 'window.json'),
    devPage,
    visible: true,
  });
  scaleText = keepTextScale(window, () => settings.current.textScale);
  window.once('closed', () => {
    window = null;
    app.quit();
  });
  quitProperly(engine);

  return (further) => {
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    void launchAgain(further, engine, notices, problems.arose);
  };
}

import { BrowserWindow, type WebContents } from 'electron';
import { failed, type Result } from '../contract/failure';
import { PracticeSaid, practiceChannel } from '../contract/practice-channel';
import type { PracticeRecord } from '../contract/practice-record';
import { webPreferences } from '../web-preferences';
import { RecordKeeper } from './record-keeper';
import { answerLimit, within } from './within';

/** The content's size in device-independent pixels: the same for every run. */
const size = { width: 1180, height: 800 };

export interface PracticeWindowOptions {
  /** False keeps it hidden: it draws, and can be acted on, all the same. */
  readonly show: boolean;
  /** Absolute path of the one-file preload. */
  readonly preload: string;
  /** The page's address, as in `app://interlock/practice/index.html`. */
  readonly page: string;
  /** The session that the page lives in: not the main window's, whose zoom it would share. */
  readonly partition: string;
}

/** The program that demonstrations work on. It keeps a record of what was done to it. */
export interface PracticeWindow {
  readonly contents: WebContents;
  /** Loads the page afresh, with an empty record and everything in its first state. */
  reset(): Promise<Result<null>>;
  /** What has happened since the last reset, in order. */
  record(): Promise<Result<PracticeRecord>>;
  show(): void;
  isClosed(): boolean;
  /** @returns how to stop listening */
  onClosed(heard: () => void): () => void;
  close(): void;
}

/** A window of its own; `reset` loads its page for the first time. */
export function createPracticeWindow({
  show,
  preload,
  page,
  partition,
}: PracticeWindowOptions): PracticeWindow {
  const window = new BrowserWindow({
    ...size,
    useContentSize: true,
    minWidth: 860,
    minHeight: 560,
    show: false,
    title: 'Support desk',
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences(preload), partition, backgroundThrottling: false },
  });
  window.removeMenu();
  if (show) window.once('ready-to-show', () => window.showInactive());

  const { webContents: contents } = window;
  const keeper = new RecordKeeper((asked) => contents.send(practiceChannel.asked, asked));
  contents.ipc.on(practiceChannel.said, (event, said: unknown) => {
    if (event.senderFrame === null || event.senderFrame !== contents.mainFrame) return;
    if (!isOfPage(event.senderFrame.url, page)) return;
    const parsed = PracticeSaid.safeParse(said);
    if (parsed.success) keeper.heard(parsed.data);
    else console.error('The practice page said something that is not understood.', parsed.error.message);
  });

  return {
    contents,
    reset: async () => {
      if (window.isDestroyed()) return closedFailure();
      const ready = keeper.startOver();
      const loaded = window.loadURL(page).then(() => ready);
      const done = await within(loaded, answerLimit, 'The practice window did not load in time.');
      return done.ok ? { ok: true, value: null } : done;
    },
    record: async () => {
      if (window.isDestroyed()) return { ok: true, value: keeper.record() };
      const told = await within(keeper.caughtUp(), answerLimit, 'The practice window does not answer.');
      return told.ok ? { ok: true, value: keeper.record() } : told;
    },
    show: () => {
      if (window.isDestroyed()) return;
      window.show();
    },
    isClosed: () => window.isDestroyed(),
    onClosed: (heard) => {
      window.once('closed', heard);
      return () => window.off('closed', heard);
    },
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

function isOfPage(address: string, page: string): boolean {
  if (!URL.canParse(address)) return false;
  const [one, other] = [new URL(address), new URL(page)];
  return one.origin === other.origin && one.pathname === other.pathname;
}

function closedFailure() {
  return failed('target_gone', 'The practice window was closed.', 'Start the run again: it opens a new one.');
}

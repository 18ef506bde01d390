import { app } from 'electron';
import { registerAppScheme, serveRenderer } from '../src-main/app-protocol';
import type { Adapter } from '../src-main/bridge/adapter';
import { debuggerTransport } from '../src-main/bridge/practice/debugger-transport';
import { practiceAdapter } from '../src-main/bridge/practice/practice-adapter';
import { createPracticeWindow, type PracticeWindow } from '../src-main/practice/practice-window';
import { built, denyTheRest } from '../src-main/window';

/** What a test finds in this process as `practice`, once `practiceReady` has resolved. */
export interface PracticeParts {
  readonly window: PracticeWindow;
  readonly adapter: Adapter;
  /** Another adapter on the same window, once the one before it is closed. */
  connect(): Adapter;
}

const partition = 'practice';
registerAppScheme();
denyTheRest(null);
Reflect.set(globalThis, 'practiceReady', app.whenReady().then(open));

async function open(): Promise<void> {
  serveRenderer(built('renderer'), partition);
  const window = createPracticeWindow({
    show: process.argv.includes('--show'),
    preload: built('preload', 'practice-preload.cjs'),
    page: 'app://interlock/practice/index.html',
    partition,
  });
  const reset = await window.reset();
  if (!reset.ok) throw new Error(reset.failure.sentence);
  const connect = () => practiceAdapter(debuggerTransport(window.contents));
  const parts: PracticeParts = { window, adapter: connect(), connect };
  Reflect.set(globalThis, 'practice', parts);
}

import { BrowserWindow } from 'electron';
import { z } from 'zod';
import { type Arrival, cannot, done, type Stage } from '../../src-main/bridge/conformance/stage.fixture';
import { debuggerTransport } from '../../src-main/bridge/practice/debugger-transport';
import { practiceAdapter } from '../../src-main/bridge/practice/practice-adapter';

const Arrivals = z.array(
  z.object({ name: z.string(), kind: z.enum(['pressed', 'changed']), value: z.string().nullable() }),
);

/** The suite's program as a page in a window of its own. @param page the file */
export async function openStage(page: string): Promise<Stage> {
  const window = new BrowserWindow({ show: false, width: 700, height: 560 });
  await window.loadFile(page);
  const { webContents } = window;
  const pid = webContents.getOSProcessId();
  const run = (script: string): Promise<unknown> => webContents.executeJavaScript(`${script}; null`);
  const adapter = practiceAdapter(debuggerTransport(webContents));
  let known: readonly Arrival[] = [];

  return {
    adapter,
    selectAll: process.platform === 'darwin' ? 'Meta+a' : 'Control+a',
    async arrivals() {
      if (window.isDestroyed() || webContents.isCrashed()) return known;
      known = Arrivals.parse(await webContents.executeJavaScript('arrivals'));
      return known;
    },
    async provoke(what) {
      switch (what) {
        case 'replace':
          await run('replace()');
          return done;
        case 'open_modal':
          await run('openModal()');
          return done;
        case 'tick':
          await run('tick()');
          return done;
        case 'cover':
          return cannot('The page of a window is drawn by itself: no other window covers it.');
        case 'freeze':
          process.kill(pid, 'SIGSTOP');
          return done;
        case 'thaw':
          process.kill(pid, 'SIGCONT');
          return done;
        case 'kill': {
          const died = new Promise((resolve) => {
            webContents.once('render-process-gone', resolve);
          });
          process.kill(pid, 'SIGKILL');
          await died;
          return done;
        }
        case 'close_window':
          window.destroy();
          return done;
      }
    },
    async close() {
      await adapter.close();
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

import type { Result } from '../src-main/contract/failure';
import type { NoticeName, NoticePayload, RequestName, RequestOutput } from '../src-main/contract/ipc';
import type { Launched } from './launch';

export type Answers = { readonly [N in RequestName]?: Result<RequestOutput<N>> };

export interface SimulatedMain {
  /** From here on, these requests are answered so. */
  answer(answers: Answers): Promise<void>;
  tell<N extends NoticeName>(name: N, payload: NoticePayload<N>): Promise<void>;
  /** What the window asked under a name of those that are answered here, in order. */
  asked(name: RequestName): Promise<unknown[]>;
  /** The window is loaded again, and finds this main process behind it. */
  reload(): Promise<void>;
}

/**
 * Plays parts of the main process of a real app: what is answered here is never asked of the real one. For what no test machine has: a
 * person at the desktop, a missing permission, programs with icons.
 */
export function simulateMain({ app, page }: Launched): SimulatedMain {
  return {
    async answer(answers) {
      await app.evaluate(
        ({ ipcMain }, given) => {
          const held = (Reflect.get(globalThis, 'simulated') ?? {}) as Record<string, unknown[]>;
          Reflect.set(globalThis, 'simulated', held);
          for (const [name, result] of Object.entries(given)) {
            const asked = (held[name] ??= []);
            ipcMain.removeHandler(name);
            ipcMain.handle(name, (_event, input: unknown) => {
              asked.push(input);
              return result;
            });
          }
        },
        answers as Record<string, unknown>,
      );
    },
    async tell(name, payload) {
      await app.evaluate(
        ({ BrowserWindow }, [notice, told]) => {
          BrowserWindow.getAllWindows()
            .find((each) => each.webContents.getURL().startsWith('app://interlock/index.html'))
            ?.webContents.send(notice, told);
        },
        [name, payload as unknown] as const,
      );
    },
    asked: (name) =>
      app.evaluate(
        (_electron, asked) =>
          ((Reflect.get(globalThis, 'simulated') ?? {}) as Record<string, unknown[]>)[asked] ?? [],
        name,
      ),
    async reload() {
      await page.reload();
      await page.waitForLoadState('load');
    },
  };
}

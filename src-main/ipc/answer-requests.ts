import { ipcMain, type WebFrameMain } from 'electron';
import { failed } from '../contract/failure';
import { type RequestName, requests } from '../contract/ipc';
import { answer, type Handlers } from './answer';

/** Whoever else may load a page in this app, only one may ask. Compared by frame and by address, for frames navigate. */
export interface TrustedPage {
  /** Null while there is no window. */
  mainFrame(): WebFrameMain | null;
  readonly origin: string;
}

/** Answers every request of the contract, to the trusted page's main frame alone. */
export function answerRequests(handlers: Handlers, page: TrustedPage): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(name, (event, raw: unknown) => {
      if (isTrusted(event.senderFrame, page)) return answer(handlers, name, raw);
      console.error(`Refused ${name} from ${event.senderFrame?.url ?? 'a frame that is gone'}.`);
      return failed('unsupported', 'This page may ask nothing of Interlock.', 'Use the main window.');
    });
  }
}

function isTrusted(sender: WebFrameMain | null, page: TrustedPage): boolean {
  if (sender === null || sender !== page.mainFrame() || !URL.canParse(sender.url)) return false;
  const { protocol, host } = new URL(sender.url);
  return `${protocol}//${host}` === page.origin;
}

import { contextBridge, ipcRenderer } from 'electron';
import {
  PracticeAsked,
  type PracticeSaid,
  practiceChannel,
  type SupportDesk,
} from './contract/practice-channel';

const document = performance.timeOrigin;
const say = (said: PracticeSaid) => ipcRenderer.send(practiceChannel.said, said);

ipcRenderer.on(practiceChannel.asked, (_event, asked: unknown) => {
  say({ kind: 'told', document, ask: PracticeAsked.parse(asked).ask });
});

const supportDesk: SupportDesk = {
  ready: () => say({ kind: 'ready', document }),
  happened: (entry) => say({ kind: 'happened', document, entry }),
};
contextBridge.exposeInMainWorld('supportDesk', Object.freeze(supportDesk));

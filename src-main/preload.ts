import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Result } from './contract/failure';
import { type Interlock, type NoticeName, notices, type RequestName, requests } from './contract/ipc';

/** Only names of the contract pass; what they carry is parsed on the other side. */
const interlock: Interlock = {
  async request(name, input) {
    if (!isRequest(name)) throw new TypeError('no such request');
    return (await ipcRenderer.invoke(name, input)) as Result<never>;
  },
  listen(name, heard) {
    if (!isNotice(name)) throw new TypeError('no such notice');
    const listener = (_event: unknown, payload: unknown): void => heard(payload as never);
    ipcRenderer.on(name, listener);
    return () => {
      ipcRenderer.off(name, listener);
    };
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('interlock', interlock);

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

function isNotice(name: string): name is NoticeName {
  return Object.hasOwn(notices, name);
}

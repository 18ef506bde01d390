import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('interlock', Object.freeze({ platform: process.platform }));

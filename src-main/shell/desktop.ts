import { join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { Desktop } from '../ipc/handlers';
import { recordingFiles } from '../trace/recorder';
import { systemClipboard } from './clipboard';

/** @param window null while there is none; a dialog then stands by itself */
export function systemDesktop(window: () => BrowserWindow | null): Omit<Desktop, 'showPractice'> {
  return {
    copy: (text) => systemClipboard.write(text),
    reveal: (folder) => shell.showItemInFolder(join(folder, recordingFiles.trace)),
    async chooseFile() {
      const options: Electron.OpenDialogOptions = {
        title: 'Open recording',
        properties: ['openFile'],
        filters: [
          { name: 'Recordings', extensions: ['jsonl'] },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const parent = window();
      const chosen = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return chosen.filePaths[0] ?? null;
    },
  };
}

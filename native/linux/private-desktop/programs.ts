import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type DesktopResult, programMissing } from './failure';
import list from './programs.json' with { type: 'json' };

/** Where each of the desktop's own programs is. */
export interface Programs {
  readonly xvfb: string;
  readonly dbusDaemon: string;
  readonly busLauncher: string;
  readonly gdbus: string;
  readonly openbox: string;
}

/**
 * Finds the desktop's own programs.
 * @param path as in the variable PATH. The accessibility bus's launcher is on no PATH: it lives in a libexec folder.
 * @returns the first one that is not there as a failure, with the packages of all that are not there
 */
export function findPrograms(path: string): DesktopResult<Programs> {
  const folders = [...path.split(delimiter), ...list.libexecFolders].filter((folder) => folder !== '');
  const found = new Map(list.desktop.map(({ program }) => [program, findIn(folders, program)]));
  const missing = list.desktop.filter(({ program }) => found.get(program) === null);
  const [first] = missing;
  if (first !== undefined)
    return programMissing(
      first.program,
      missing.map((one) => one.package),
    );
  const at = (program: string) => found.get(program) ?? program;
  return {
    ok: true,
    value: {
      xvfb: at('Xvfb'),
      dbusDaemon: at('dbus-daemon'),
      busLauncher: at('at-spi-bus-launcher'),
      gdbus: at('gdbus'),
      openbox: at('openbox'),
    },
  };
}

/** The Debian package that holds one of the desktop's own programs. */
export function packageOf(program: string): readonly string[] {
  return list.desktop.filter((one) => one.program === program).map((one) => one.package);
}

function findIn(folders: readonly string[], program: string): string | null {
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

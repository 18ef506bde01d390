import { isAbsolute, resolve } from 'node:path';

const SWITCH = '--user-data-dir=';

/**
 * The folder that holds recordings and settings when it is not the system's default: `--user-data-dir=DIR`, else the
 * environment variable INTERLOCK_HOME. A relative path is taken from the working directory.
 */
export function chosenHome(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const fromSwitch = argv.find((arg) => arg.startsWith(SWITCH))?.slice(SWITCH.length);
  const chosen = fromSwitch ?? env['INTERLOCK_HOME'] ?? '';
  if (chosen === '') return null;
  return isAbsolute(chosen) ? chosen : resolve(chosen);
}

/**
 * What the person wrote after the app's name. In development argv is `electron [switches] <app> ...`, packaged it is
 * `interlock ...`; Electron's and Chromium's own switches before the app are dropped.
 */
export function userArguments(argv: readonly string[], runsFromSource: boolean): readonly string[] {
  const afterExecutable = argv.slice(1);
  if (!runsFromSource) return afterExecutable;
  const app = afterExecutable.findIndex((arg) => !arg.startsWith('-'));
  return app === -1 ? [] : afterExecutable.slice(app + 1);
}

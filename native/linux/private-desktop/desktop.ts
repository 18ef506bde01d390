import { environmentWith, variablesOf } from './environment';
import { type DesktopResult, leftBehind } from './failure';
import { startGuardian } from './guardian';
import { makeHome } from './home';
import { type ScreenSize, startParts } from './parts';
import { type Program, type ProgramOptions, startProgram } from './program';
import { findPrograms } from './programs';

/** A desktop that nobody sees and nothing else is on: a screen, a session bus, an accessibility bus, a window manager. */
export interface Desktop {
  /** The X display, e.g. `:1`. */
  readonly display: string;
  readonly sessionBusAddress: string;
  /** What makes a program live on this desktop, without the person's own variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** A whole environment for a child process. */
  readonly env: Readonly<Record<string, string>>;
  /** Deleted with the desktop. Its `home` is the programs' home. */
  readonly folder: string;
  /** Starts a program here. It is stopped with the desktop. */
  spawn(
    command: string,
    args?: readonly string[],
    options?: Partial<ProgramOptions>,
  ): Promise<DesktopResult<Program>>;
  /** Ends every process of the desktop, newest first, and deletes its folder. May be called again. */
  stop(): Promise<DesktopResult<null>>;
}

export interface DesktopOptions {
  /** Pixels. */
  readonly screen: ScreenSize;
  /** The environment to begin with; PATH decides which programs are found. */
  readonly own: Readonly<Record<string, string | undefined>>;
}

/**
 * Starts a desktop, in 0.1 to 0.3 seconds. What cannot be started is a failure, and leaves nothing behind. A killed
 * owner leaves nothing behind either: see the guardian.
 */
export async function startDesktop({
  screen = { width: 1_280, height: 1_024 },
  own = process.env,
}: Partial<DesktopOptions> = {}): Promise<DesktopResult<Desktop>> {
  const programs = findPrograms(own['PATH'] ?? '');
  if (!programs.ok) return programs;
  const home = makeHome();
  const guardian = startGuardian(home.folder);
  const address = await startParts(programs.value, home, guardian, screen, own);
  if (!address.ok) {
    await guardian.finish();
    return address;
  }
  const { display, sessionBus } = address.value;
  const variables = variablesOf(home, address.value);
  const env = environmentWith(own, variables);
  return {
    ok: true,
    value: {
      display,
      sessionBusAddress: sessionBus,
      variables,
      env,
      folder: home.folder,
      spawn: (command, args = [], options = {}) =>
        startProgram(guardian, command, args, { env, output: 'collect', ...options }),
      stop: async () => ((await guardian.finish()) ? { ok: true, value: null } : leftBehind(home.folder)),
    },
  };
}

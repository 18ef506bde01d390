import type { Readable } from 'node:stream';
import { untilManaged } from '../x11/window-manager';
import { environmentWith, variablesOf } from './environment';
import { type DesktopResult, notStarted } from './failure';
import { firstLine } from './first-line';
import type { Guardian } from './guardian';
import type { Home } from './home';
import { startProgram, startWatched } from './program';
import type { Programs } from './programs';

/** openbox is up in a twentieth of a second; after this it is not coming. */
const LIMIT_MS = 10_000;

/** Pixels. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** Screen, buses and window manager, side by side where they do not need one another. */
export async function startParts(
  programs: Programs,
  home: Home,
  guardian: Guardian,
  screen: ScreenSize,
  own: Readonly<Record<string, string | undefined>>,
): Promise<DesktopResult<{ display: string; sessionBus: string }>> {
  const alone = environmentWith(own, variablesOf(home, { display: null, sessionBus: null }));
  const [display, sessionBus] = await Promise.all([
    startScreen(programs, guardian, screen, alone),
    startSessionBus(programs, guardian, home, alone),
  ]);
  if (!display.ok) return display;
  if (!sessionBus.ok) return sessionBus;
  const address = { display: display.value, sessionBus: sessionBus.value };
  const env = environmentWith(own, variablesOf(home, address));
  const rest = await Promise.all([
    startWindowManager(programs, guardian, home, address.display, env),
    startAccessibilityBus(programs, guardian, env),
  ]);
  return rest.find((part) => !part.ok) ?? { ok: true, value: address };
}

/** Xvfb picks a free number itself and tells it on descriptor 3, so two of them never collide. */
async function startScreen(
  { xvfb }: Programs,
  guardian: Guardian,
  { width, height }: ScreenSize,
  env: Readonly<Record<string, string>>,
): Promise<DesktopResult<string>> {
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const child = await startWatched(guardian, xvfb, args, env, ['ignore', 'ignore', 'pipe', 'pipe']);
  if (!child.ok) return child;
  const number = await firstLine('Xvfb', child.value, child.value.stdio[3] as Readable);
  return number.ok ? { ok: true, value: `:${number.value}` } : number;
}

async function startSessionBus(
  { dbusDaemon }: Programs,
  guardian: Guardian,
  home: Home,
  env: Readonly<Record<string, string>>,
): Promise<DesktopResult<string>> {
  const args = [
    '--session',
    '--nofork',
    '--nopidfile',
    '--print-address=1',
    `--address=unix:path=${home.runtime}/bus`,
  ];
  const child = await startWatched(guardian, dbusDaemon, args, env, ['ignore', 'pipe', 'pipe']);
  return child.ok ? firstLine('dbus-daemon', child.value, child.value.stdout) : child;
}

/** Up once it has told on the display that it is. */
async function startWindowManager(
  { openbox }: Programs,
  guardian: Guardian,
  home: Home,
  display: string,
  env: Readonly<Record<string, string>>,
): Promise<DesktopResult<null>> {
  const args = ['--sm-disable', '--config-file', home.windowManager];
  const started = await startProgram(guardian, openbox, args, { env, output: 'collect' });
  if (!started.ok) return started;
  const managed = await untilManaged(display, LIMIT_MS);
  return managed.ok
    ? managed
    : notStarted('openbox', 'it did not manage the display', started.value.said.stderr);
}

/** Up once the session bus knows its name. */
async function startAccessibilityBus(
  { busLauncher, gdbus }: Programs,
  guardian: Guardian,
  env: Readonly<Record<string, string>>,
): Promise<DesktopResult<null>> {
  const launcher = await startProgram(guardian, busLauncher, ['--launch-immediately', '--a11y=1'], {
    env,
    output: 'collect',
  });
  if (!launcher.ok) return launcher;
  const wait = await startProgram(guardian, gdbus, ['wait', '--session', '--timeout', '10', 'org.a11y.Bus'], {
    env,
    output: 'collect',
  });
  if (!wait.ok) return wait;
  const { code } = await wait.value.ended;
  return code === 0
    ? { ok: true, value: null }
    : notStarted(
        'at-spi-bus-launcher',
        'its name did not come up on the session bus',
        launcher.value.said.stderr,
      );
}

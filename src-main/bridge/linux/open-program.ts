import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { DesktopEntry } from '../../../native/linux/installed/desktop-entry';
import {
  applicationFolders,
  installedPrograms,
  programCalled,
} from '../../../native/linux/installed/installed-programs';
import { failed, ok, type Result, thrownSentence } from '../../contract/failure';
import type { Reach, Session } from './reach';
import { type Running, runningPrograms } from './running';

/** How long a program is given to show its first window, and how often that is looked at, in milliseconds. */
const start = { limitMs: 15_000, everyMs: 100 } as const;

/** Brings a program to the front, or starts it and waits for its first window. */
export async function openProgram(
  reach: Reach,
  { env }: Session,
  name: string,
  signal: AbortSignal,
): Promise<Result<Running>> {
  const before = await runningPrograms(reach, signal);
  if (!before.ok) return before;
  const running = before.value.find(({ id }) => id.name.toLowerCase() === name.trim().toLowerCase());
  if (running !== undefined) return toTheFront(reach, running);
  const entry = programCalled(await installedPrograms(applicationFolders(env)), name);
  if (entry === null)
    return failed(
      'not_found',
      `No program called ${JSON.stringify(name)} is installed.`,
      'List the programs.',
    );
  const already = before.value.find(({ application }) => isOf(application.name, entry));
  if (already !== undefined) return toTheFront(reach, already);
  const started = await startProgram(entry, env);
  if (!started.ok) return started;
  return firstWindow(reach, entry, new Set(before.value.map(({ id }) => id.pid)), signal);
}

function isOf(name: string, { id, command, name: told }: DesktopEntry): boolean {
  const words = [id, command.split('/').at(-1) ?? command, told].map((word) => word.toLowerCase());
  return words.includes(name.toLowerCase());
}

async function toTheFront({ x11 }: Reach, running: Running): Promise<Result<Running>> {
  const own = await x11.windows(running.id.pid);
  const [top] = own.ok ? own.value.filter(({ managed }) => managed) : [];
  if (top === undefined)
    return failed('target_gone', `${running.id.name} shows no window.`, 'List the programs.');
  const front = await x11.activate(top.id);
  return front.ok ? ok(running) : failed('not_frontmost', front.failure.sentence, front.failure.next);
}

/** It outlives us, as when a person starts it. */
async function startProgram(entry: DesktopEntry, env: NodeJS.ProcessEnv): Promise<Result<null>> {
  try {
    const child = spawn(entry.command, entry.args, { env, stdio: 'ignore', detached: true });
    await once(child, 'spawn');
    child.unref();
    return ok(null);
  } catch (thrown) {
    return failed(
      'not_found',
      `${entry.name} could not be started: ${thrownSentence(thrown)}.`,
      'Check that it is installed.',
    );
  }
}

async function firstWindow(
  reach: Reach,
  entry: DesktopEntry,
  before: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<Result<Running>> {
  const end = performance.now() + start.limitMs;
  while (performance.now() < end && !signal.aborted) {
    const now = await runningPrograms(reach, signal);
    if (!now.ok) return now;
    const shown = now.value.find(({ id }) => !before.has(id.pid));
    if (shown !== undefined) return ok(shown);
    await pause(start.everyMs);
  }
  if (signal.aborted)
    return failed('cancelled', `The waiting for ${entry.name} was cancelled.`, 'It may still open.');
  return failed(
    'timed_out',
    `${entry.name} was started, but showed no window within ${start.limitMs / 1000} seconds.`,
    'List the programs to see whether it has come since.',
  );
}

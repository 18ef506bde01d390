import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type DesktopResult, notStarted, programMissing } from './failure';
import type { Guardian } from './guardian';
import { packageOf } from './programs';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program on the desktop. It is stopped with the desktop, if not before. */
export interface Program {
  readonly pid: number;
  /** What it has said so far. Empty where it was started with output `inherit`. */
  readonly said: { readonly stdout: string; readonly stderr: string };
  /** Once it ended and nobody is left who could write to its output. */
  readonly ended: Promise<Ending>;
  /** Ends it and all that it started in its process group: by SIGTERM, after two seconds by SIGKILL. */
  stop(): Promise<Ending>;
}

export interface ProgramOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly output: 'collect' | 'inherit';
}

const TERM_LIMIT_MS = 2_000;

/** Starts a program in a process group of its own, under the guardian's eyes. */
export async function startProgram(
  guardian: Guardian,
  command: string,
  args: readonly string[],
  { env, output }: ProgramOptions,
): Promise<DesktopResult<Program>> {
  const stdio: StdioOptions = output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const started = await startWatched(guardian, command, args, env, stdio);
  if (!started.ok) return started;
  const child = started.value;
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { ok: true, value: { pid: child.pid ?? 0, said, ended, stop: () => stopGroup(child) } };
}

/** The bare process, for the desktop's own parts, which tell their address on a pipe. */
export async function startWatched(
  guardian: Guardian,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stdio: StdioOptions,
): Promise<DesktopResult<ChildProcess>> {
  const child = spawn(command, args, { env: { ...env, ...guardian.mark }, stdio, detached: true });
  if (child.pid !== undefined) {
    guardian.watch(child.pid);
    return { ok: true, value: child };
  }
  const [error] = (await once(child, 'error')) as [NodeJS.ErrnoException];
  return error.code === 'ENOENT'
    ? programMissing(command, packageOf(command))
    : notStarted(command, error.message, '');
}

async function stopGroup(child: ChildProcess): Promise<Ending> {
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), TERM_LIMIT_MS);
  if (isRunning(child)) await once(child, 'exit');
  clearTimeout(timer);
  return { code: child.exitCode, signal: child.signalCode };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || !isRunning(child)) return;
  try {
    process.kill(-child.pid, signal);
  } catch (thrown) {
    // It ended a moment ago, and with it its group.
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}

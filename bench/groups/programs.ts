import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desktop } from '../../native/linux/private-desktop';
import type { Adapter } from '../../src-main/bridge/adapter';
import type { linuxPlatform } from '../../src-main/bridge/linux/linux-platform';
import type { Result } from '../../src-main/contract/failure';
import { fieldNames } from './form-program';

export type LinuxPlatform = Extract<Awaited<ReturnType<typeof linuxPlatform>>, { ok: true }>['value'];

/** What a form says of itself: a field's new value, or a button that was pressed. */
export type Told =
  | { readonly name: string; readonly value: string }
  | { readonly pressed: string }
  | { readonly began: number };

/** The form of twelve fields that tells what arrives at it. */
export interface ToldForm {
  readonly pid: number;
  /** Empties it. @param opensAfter how many fields change before a dialog opens; -1: none does. @returns what it tells from then on */
  begin(opensAfter: number): Promise<readonly Told[]>;
  stop(): Promise<void>;
}

export async function startToldForm(desktop: Desktop, major: 3 | 4): Promise<ToldForm> {
  const child = spawn('/usr/bin/python3', ['bench/groups/form.py', String(major)], {
    env: desktop.env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (child.pid === undefined) throw new Error('The form did not start.');
  let told: Told[] = [];
  let began = () => {};
  const next = () =>
    new Promise<void>((resolve) => {
      began = resolve;
    });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Told;
    if ('began' in said) began();
    else told.push(said);
  });
  await next();
  return {
    pid: child.pid,
    async begin(opensAfter) {
      const ready = next();
      child.stdin.write(`begin ${opensAfter}\n`);
      await ready;
      told = [];
      return told;
    },
    stop: () => killed(child),
  };
}

/** Zenity's own form of twelve fields. */
export interface ZenityForm {
  readonly pid: number;
  /** What it printed, once it has ended. */
  readonly printed: Promise<string>;
}

export function startZenityForm(desktop: Desktop): ZenityForm {
  const fields = fieldNames.map((name) => `--add-entry=${name}`);
  const child = spawn('zenity', ['--forms', '--title=Order', '--separator=|', ...fields], {
    env: desktop.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.pid === undefined) throw new Error('zenity did not start.');
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => {
    printed += bytes.toString('utf8');
  });
  return { pid: child.pid, printed: once(child, 'close').then(() => printed.trimEnd()) };
}

export async function adapterOn(platform: LinuxPlatform, pid: number): Promise<Adapter> {
  const { signal } = new AbortController();
  for (let tries = 0; tries < 200; tries += 1) {
    const running = got(await platform.programs(signal)).find(({ id }) => id.pid === pid);
    if (running !== undefined) return got(await platform.adapterFor(running.id, signal));
    await pause(50);
  }
  throw new Error('The program showed no window.');
}

export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.sentence);
  return result.value;
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import type { RunId } from '../src-main/contract/ids';
import { RunSummary } from '../src-main/contract/summary';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { type ReadTrace, readTrace } from '../src-main/trace/reader';

const root = resolve(import.meta.dirname, '..');
/** In plain Node the package is the path of its executable. */
const electron = z.string().parse(createRequire(import.meta.url)('electron'));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once stdout holds the text. */
  said(text: string): Promise<void>;
}

/** Starts the built app as `interlock ...` does, on a home of its own. */
export function start(home: string, args: readonly string[]): Running {
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...switches, root, `--user-data-dir=${home}`, ...args], {
    cwd: home,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined, INIT_CWD: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]: unknown[]): Ended => {
    for (const listener of listeners) listener();
    return { code: code as Ended['code'], signal: signal as Ended['signal'], stdout, stderr };
  });
  return {
    child,
    ended,
    said: (text) =>
      new Promise((heard, reject) => {
        const listen = (): void => {
          if (stdout.includes(text)) heard();
          else if (child.exitCode !== null) reject(new Error(`ended without "${text}": ${stdout}${stderr}`));
          else return;
          listeners.delete(listen);
        };
        listeners.add(listen);
        listen();
      }),
  };
}

const Outcome = RunSummary.extend({
  trace: z.string(),
  failure: z.object({ code: z.string() }).nullable(),
});

export interface Told {
  readonly code: number | null;
  readonly outcome: z.infer<typeof Outcome>;
  readonly recording: ReadTrace;
}

/** Runs with `--json` and reads back what it recorded. */
export async function runToEnd(home: string, args: readonly string[]): Promise<Told> {
  const { code, stdout, stderr } = await start(home, ['run', '--json', ...args]).ended;
  const outcome = outcomeIn(stdout, stderr);
  return { code, outcome, recording: await reading(outcome.trace) };
}

/** The last line of `--json`. @param complaints are shown where there is none */
export function outcomeIn(stdout: string, complaints = ''): z.infer<typeof Outcome> {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(last, complaints).toMatch(/^\{/);
  return Outcome.parse(JSON.parse(last));
}

export async function reading(path: string): Promise<ReadTrace> {
  const read = await readTrace(path);
  if (!read.ok) throw new Error(read.failure.sentence);
  return read.value;
}

/** The events as they stand in the file, none of them inferred. */
export async function recorded(home: string, id: RunId): Promise<TraceEvent[]> {
  const text = await readFile(resolve(home, 'recordings', id, 'trace.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TraceEvent);
}

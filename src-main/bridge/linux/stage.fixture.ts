import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import { z } from 'zod';
import {
  connect,
  type Line,
  type Listening,
  listApplications,
  listen,
  listWindows,
} from '../../../native/linux/atspi';
import type { Desktop } from '../../../native/linux/private-desktop';
import { openX11, type X11 } from '../../../native/linux/x11';
import type { Adapter } from '../adapter';
import { NotHere } from '../conformance/case.fixture';
import { type Arrival, done, type Provoked, type Stage } from '../conformance/stage.fixture';
import { linuxAdapter } from './linux-adapter';
import type { Parts } from './program';

const patient = { limitMs: 5_000, signal: new AbortController().signal };

/** Everything that leads to the programs of a desktop. */
export interface Reach {
  readonly line: Line;
  readonly listening: Listening;
  readonly x11: X11;
  close(): Promise<void>;
}

export async function reach(desktop: Desktop): Promise<Reach> {
  const line = held(await connect({ sessionBusAddress: desktop.sessionBusAddress }, patient));
  const listening = held(await listen(line, patient));
  const x11 = await openX11(desktop.display);
  if (!x11.ok) throw new Error(x11.failure.sentence);
  return {
    line,
    listening,
    x11: x11.value,
    async close() {
      await listening.close(patient);
      await line.close();
      await x11.value.close();
    },
  };
}

function held<T>(answer: { ok: true; value: T } | { ok: false; trouble: { sentence: string } }): T {
  if (!answer.ok) throw new Error(answer.trouble.sentence);
  return answer.value;
}

/** Once the process shows a window, to us and to the X server. */
export async function adapterFor(
  { line, listening, x11 }: Reach,
  pid: number,
  program: string,
): Promise<Adapter> {
  const parts = await vi.waitUntil(
    async (): Promise<Parts | null> => {
      const all = await listApplications(line, patient);
      const application = all.ok ? all.value.answering.find((each) => each.pid === pid) : undefined;
      if (application === undefined) return null;
      const [told, shown] = await Promise.all([
        listWindows(line, application.root, patient),
        x11.windows(pid),
      ]);
      if (!told.ok || told.value.length === 0 || !shown.ok || !shown.value.some(({ active }) => active))
        return null;
      return { line, listening, x11, application, program };
    },
    { timeout: 15_000, interval: 25 },
  );
  return linuxAdapter(parts);
}

const Told = z.union([
  z.object({ name: z.string(), kind: z.enum(['pressed', 'changed']), value: z.string().nullable() }),
  z.object({ did: z.string() }),
]);

const python = '/usr/bin/python3';
const script = new URL('../conformance/programs/gtk.py', import.meta.url).pathname;

/** The suite's program in GTK: what arrived there, and how it is told to do something. */
export class GtkProgram {
  readonly arrivals: Arrival[] = [];
  readonly #process: ChildProcess;
  readonly #heard = new Set<(word: string) => void>();

  constructor(desktop: Desktop, args: readonly string[]) {
    this.#process = spawn(python, [script, ...args], { env: desktop.env, stdio: ['pipe', 'pipe', 'ignore'] });
    if (this.#process.stdout === null) throw new Error('The program has no output.');
    createInterface({ input: this.#process.stdout }).on('line', (line) => {
      const told = Told.parse(JSON.parse(line));
      if ('did' in told) for (const heard of this.#heard) heard(told.did);
      else this.arrivals.push(told);
    });
    this.#process.stdin?.on('error', () => {});
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  did(word: string): Promise<void> {
    return new Promise((resolve) => {
      const heard = (each: string) => {
        if (each !== word) return;
        this.#heard.delete(heard);
        resolve();
      };
      this.#heard.add(heard);
    });
  }

  async do(word: string): Promise<void> {
    const did = this.did(word);
    this.#process.stdin?.write(`${word}\n`);
    await did;
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exit = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await exit;
  }
}

export async function openGtkStage(desktop: Desktop, to: Reach, major: 3 | 4): Promise<Stage> {
  const needs = missing[major];
  if (needs !== null) throw new NotHere(`The program of the suite needs the packages ${needs}.`);
  const program = new GtkProgram(desktop, [String(major)]);
  const covers: GtkProgram[] = [];
  const adapter = await adapterFor(to, program.pid, 'Conformance');
  let stopped = false;
  return {
    adapter,
    selectAll: 'Control+a',
    async arrivals() {
      if (!stopped) await program.do('sync');
      return program.arrivals;
    },
    async provoke(what): Promise<Provoked> {
      switch (what) {
        case 'replace':
        case 'open_modal':
        case 'close_window':
        case 'tick':
          await program.do(what);
          return done;
        case 'cover':
          covers.push(await coverWith(desktop, to));
          return done;
        case 'freeze':
          process.kill(program.pid, 'SIGSTOP');
          stopped = true;
          return done;
        case 'thaw':
          process.kill(program.pid, 'SIGCONT');
          stopped = false;
          return done;
        case 'kill':
          stopped = true;
          await program.end();
          return done;
      }
    },
    async close() {
      await adapter.close();
      await Promise.all([program, ...covers].map((each) => each.end()));
    },
  };
}

/** A program that is nothing but a large window, once it lies over all others. */
export async function coverWith(desktop: Desktop, to: Reach): Promise<GtkProgram> {
  const cover = new GtkProgram(desktop, ['3', 'cover']);
  await onTop(to, cover.pid);
  return cover;
}

async function onTop({ x11 }: Reach, pid: number): Promise<void> {
  await vi.waitUntil(
    async () => {
      const all = await x11.windows(null);
      return all.ok && all.value.find(({ managed, shown }) => managed && shown)?.pid === pid;
    },
    { timeout: 10_000, interval: 25 },
  );
}

const missing: Record<3 | 4, string | null> = { 3: missingFor(3), 4: missingFor(4) };

/** The packages that the suite's program lacks; null where it can run. */
function missingFor(major: 3 | 4): string | null {
  const { status } = spawnSync(python, ['-c', `import gi; gi.require_version("Gtk", "${major}.0")`], {
    stdio: 'ignore',
  });
  return status === 0 ? null : `python3-gi gir1.2-gtk-${major}.0`;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Desktop } from '../native/linux/private-desktop';

/** A small GTK program that tells by its own word what arrived at it: the one of the adapters' suite. */
export interface ToldProgram {
  readonly pid: number;
  /** Resolves once this arrives next. @param value what a field then holds; null for a press */
  arrival(name: string, value: string | null): Promise<void>;
  stop(): Promise<void>;
}

const script = 'src-main/bridge/conformance/programs/gtk.py';

export async function startToldProgram(desktop: Desktop, major: 3 | 4): Promise<ToldProgram> {
  const child: ChildProcess = spawn('/usr/bin/python3', [script, String(major)], {
    env: desktop.env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Set<(told: Told) => void>();
  const { stdout, pid } = child;
  if (stdout === null || pid === undefined) throw new Error('The GTK program did not start.');
  const first = new Promise<void>((resolve) => waiting.add(() => resolve()));
  createInterface({ input: stdout }).on('line', (line) => {
    const told = JSON.parse(line) as Told;
    for (const heard of waiting) heard(told);
  });
  await first;
  return {
    pid,
    arrival: (name, value) =>
      new Promise((resolve) => {
        const heard = (told: Told) => {
          if (told.name !== name || (told.value ?? null) !== value) return;
          waiting.delete(heard);
          resolve();
        };
        waiting.add(heard);
      }),
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

interface Told {
  readonly name?: string;
  readonly value?: string | null;
}

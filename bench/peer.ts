import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Another program that does the same work, on request: a line in, a line of JSON out. */
export interface Peer {
  ask(request: string): Promise<{ readonly ms: number; readonly nodes: number }>;
  peakMegabytes(): number;
  stop(): Promise<void>;
}

export async function startPeer(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Peer> {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line: IteratorResult<string, unknown> = await answers.next();
    if (line.done === true) throw new Error(`${command} has ended.`);
    return JSON.parse(line.value) as { ms: number; nodes: number };
  };
  await next();
  return {
    ask(request) {
      child.stdin.write(`${request}\n`);
      return next();
    },
    peakMegabytes: () => peakOf(child),
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

function peakOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** Compiles a peer in C. @param name of its file in bench/peers @returns its path */
export function buildPeer(name: string): string {
  const folder = 'node_modules/.cache/bench/peers';
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const flags = execFileSync('pkg-config', ['--cflags', '--libs', 'atspi-2', 'gobject-2.0'], {
    encoding: 'utf8',
  });
  execFileSync('cc', ['-O2', '-o', file, `bench/peers/${name}.c`, ...flags.trim().split(/\s+/)]);
  return file;
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { type Desktop, startDesktop } from './desktop';
import { withDesktop } from './desktop.fixture';

/** Command lines of all whose environment names the folder, and of all whose arguments do. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return (readFileSync(`/proc/${pid}/environ`, 'utf8') + command).includes(folder) ? [command] : [];
      } catch {
        return [];
      }
    });
}

const isThere = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

/** Resolves once `hold` does; there is no event for a process that is not our child. */
async function until(hold: () => boolean): Promise<void> {
  await expect.poll(hold, { timeout: 10_000, interval: 20 }).toBe(true);
}

async function program(desktop: Desktop, command: string, args: readonly string[] = []) {
  const started = await desktop.spawn(command, args);
  if (!started.ok) throw new Error(started.failure.sentence);
  return started.value;
}

describe('a private desktop', () => {
  it('has a display, buses and folders of its own, for its owner alone', async () => {
    await withDesktop(async (desktop) => {
      expect(desktop.display).toMatch(/^:\d+$/);
      expect(desktop.sessionBusAddress).toContain(desktop.folder);
      expect(desktop.env).toMatchObject({ DISPLAY: desktop.display, GDK_BACKEND: 'x11' });
      expect(desktop.env).not.toHaveProperty('WAYLAND_DISPLAY');
      const runtime = desktop.variables['XDG_RUNTIME_DIR'] ?? '';
      expect(statSync(runtime).mode & 0o777).toBe(0o700);
      const question =
        'call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.a11y.Bus.GetAddress';
      const gdbus = await program(desktop, 'gdbus', question.split(' '));
      expect(await gdbus.ended).toEqual({ code: 0, signal: null });
      expect(gdbus.said.stdout).toContain(desktop.folder);
    });
  });

  it('is one of several at a time', async () => {
    await withDesktop((one) =>
      withDesktop(async (other) => {
        expect(other.display).not.toBe(one.display);
        expect(other.sessionBusAddress).not.toBe(one.sessionBusAddress);
        await Promise.resolve();
      }),
    );
  });

  it('takes its programs with it, also those that they started, and leaves no folder', async () => {
    const { folder, pids } = await withDesktop(async (desktop) => {
      const direct = await program(desktop, 'zenity', ['--info', '--text=here']);
      // Leaves its process group, so that the mark alone can find it.
      const parent = await program(desktop, 'sh', ['-c', 'setsid --fork sleep 600 >&- 2>&-']);
      await parent.ended;
      await until(() => processesOf(desktop.folder).includes('sleep 600 '));
      return { folder: desktop.folder, pids: [direct.pid] };
    });
    expect(pids.filter(isThere)).toEqual([]);
    expect(processesOf(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('takes a program with it that does not care for SIGTERM', async () => {
    const stubborn = await withDesktop(async (desktop) => {
      const shell = await program(desktop, 'sh', [
        '-c',
        'trap "" TERM; echo deaf; while :; do sleep 1; done',
      ]);
      await until(() => shell.said.stdout === 'deaf\n');
      return shell;
    });
    expect(await stubborn.ended).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('ends with its owner, however that one ends', async () => {
    const entry = await bundledOwner();
    const owner = fork(entry, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [{ folder, pid }] = (await once(owner, 'message')) as [{ folder: string; pid: number }];
    expect(isThere(pid)).toBe(true);
    expect(processesOf(folder).length).toBeGreaterThan(4);
    owner.kill('SIGKILL');
    await until(() => !existsSync(folder) && processesOf(folder).length === 0);
    expect(isThere(pid)).toBe(false);
  });

  it('is cleared away by a second guardian where the first was killed', async () => {
    const desktop = await startDesktop();
    if (!desktop.ok) throw new Error(desktop.failure.sentence);
    const { folder } = desktop.value;
    process.kill(guardianOf(folder), 'SIGKILL');
    expect(await desktop.value.stop()).toEqual({ ok: true, value: null });
    expect(processesOf(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a failure', () => {
  it('names the packages where the desktop has to do without its programs', async () => {
    expect(await startDesktop({ own: { PATH: '/nowhere' } })).toMatchObject({
      ok: false,
      failure: { code: 'program_missing', program: 'Xvfb' },
    });
  });

  it('says which program is not there', async () => {
    await withDesktop(async (desktop) => {
      expect(await desktop.spawn('no-such-program')).toMatchObject({
        ok: false,
        failure: { code: 'program_missing', program: 'no-such-program', packages: [] },
      });
    });
  });

  it('leaves nothing behind where a part does not start', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'no-desktop-'));
    vi.stubEnv('TMPDIR', temporary);
    try {
      expect(await startDesktop({ screen: { width: 0, height: 0 } })).toMatchObject({
        ok: false,
        failure: { code: 'not_started', program: 'Xvfb' },
      });
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(temporary, { recursive: true });
    }
  });
});

function guardianOf(folder: string): number {
  const pid = readdirSync('/proc').find(
    (entry) =>
      /^\d+$/.test(entry) &&
      existsSync(`/proc/${entry}/cmdline`) &&
      readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(`interlock-guardian\0${folder}`),
  );
  return Number(pid);
}

/** A process that owns a desktop with a program on it, as one plain file. */
async function bundledOwner(): Promise<string> {
  const outDir = join(import.meta.dirname, '../../../node_modules/.cache/desktop-owner');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'owner.fixture.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'owner.mjs' } },
    },
  });
  return join(outDir, 'owner.mjs');
}

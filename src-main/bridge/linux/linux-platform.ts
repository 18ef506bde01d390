import { failed, ok, type Result } from '../../contract/failure';
import type { Platform, RunningProgram } from '../platform';
import { linuxAdapter } from './linux-adapter';
import { linuxPermissions } from './linux-permissions';
import { openProgram } from './open-program';
import { type Reach, reach, type Session } from './reach';
import { type Running, runningPrograms } from './running';

/** The programs of a desktop session: over its accessibility bus, and its X server. */
export async function linuxPlatform(session: Session, signal: AbortSignal): Promise<Result<Platform>> {
  const reached = await reach(session, signal);
  if (!reached.ok) return reached;
  const way = reached.value;
  return ok({
    name: 'linux',
    async programs(during) {
      const programs = await runningPrograms(way, during);
      return programs.ok ? ok(await Promise.all(programs.value.map((each) => told(way, each)))) : programs;
    },
    async open(name, during) {
      const opened = await openProgram(way, session, name, during);
      return opened.ok ? ok(await told(way, opened.value)) : opened;
    },
    async adapterFor({ pid, name }, during) {
      const programs = await runningPrograms(way, during);
      if (!programs.ok) return programs;
      const running = programs.value.find(({ id }) => id.pid === pid);
      if (running === undefined)
        return failed(
          'target_gone',
          `${name} is not running any more, or shows no window.`,
          'Choose it again.',
        );
      const { line, listening, x11 } = way;
      return ok(
        linuxAdapter({ line, listening, x11, application: running.application, program: running.id.name }),
      );
    },
    permissions: (during) => linuxPermissions(way, 'Interlock', during),
    openPermissionSettings: async () =>
      failed(
        'unsupported',
        'Linux has no such pane of its own.',
        'Look for "Assistive technologies" or "Accessibility" in the settings of your desktop.',
      ),
    watchPerson: (seen) =>
      way.x11.watchPerson(({ kind }) => seen({ at: performance.now(), sentence: sentences[kind] })),
    close: () => way.close(),
  });
}

const sentences = {
  key: 'A key was pressed.',
  button: 'A mouse button was pressed.',
  pointer: 'The pointer was moved.',
} as const;

async function told({ x11 }: Reach, { id, windows, shown }: Running): Promise<RunningProgram> {
  return { id, windows, icon: await iconOf(x11, shown) };
}

/** Of the first of its windows that has one. What cannot be read is as good as none: a list needs no icon. */
async function iconOf(x11: Reach['x11'], [window, ...others]: readonly number[]): Promise<Uint8Array | null> {
  if (window === undefined) return null;
  const icon = await x11.icon(window);
  return (icon.ok ? icon.value : null) ?? iconOf(x11, others);
}

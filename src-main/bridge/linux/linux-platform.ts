import { failed, ok, type Result } from '../../contract/failure';
import type { Platform, RunningProgram } from '../platform';
import { linuxAdapter } from './linux-adapter';
import { linuxPermissions } from './linux-permissions';
import { openProgram } from './open-program';
import { reach, type Session } from './reach';
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
      return programs.ok ? ok(programs.value.map(told)) : programs;
    },
    async open(name, during) {
      const opened = await openProgram(way, session, name, during);
      return opened.ok ? ok(told(opened.value)) : opened;
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

function told({ id, windows }: Running): RunningProgram {
  return { id, windows, icon: null };
}

import { ok } from '@contract/failure';
import type { Bootstrap, OpenedTrace } from '@contract/ipc';
import type { Program } from '@contract/program';
import { supervisedRunId } from '@contract/supervised-run.fixture';
import type { TraceEvent } from '@contract/trace-event';
import { about, type SimulatedMain, simulatedMain } from '../shell/simulated-main.fixture';
import { shown } from '../shell/window-under-test.fixture';

export const mousepad: Program = {
  id: { pid: 41, name: 'Mousepad' },
  windows: [
    { title: 'notes.txt', active: false },
    { title: 'Untitled', active: true },
  ],
  access: 'allowed',
  icon: 'iVBORw0KGgo=',
};

export function liveTrace(events: readonly TraceEvent[]): OpenedTrace {
  return {
    id: supervisedRunId,
    name: 'Supervised',
    origin: 'library',
    events: [...events],
    live: true,
    notes: [],
  };
}

/** A main process on a machine where everything can be worked on, with a run under way that has come so far. */
export function supervisingMain(
  events: readonly TraceEvent[],
  change: Partial<Bootstrap> = {},
): SimulatedMain {
  const main = simulatedMain();
  main.answer('bootstrap', () =>
    ok({
      ...about,
      targets: ['practice', 'program', 'desktop', 'private'],
      activeRun: events.length === 0 ? null : supervisedRunId,
      ...change,
    }),
  );
  main.answer('runs:open', () => ok(liveTrace(events)));
  main.answer('programs:list', () => ok([mousepad]));
  main.answer('permissions:check', () => ok({ platform: 'linux', grantTo: 'Interlock', permissions: [] }));
  main.answer('approval:answer', () => ok(null));
  main.answer('run:take-over', () => ok(null));
  main.answer('run:resume', () => ok(null));
  main.answer('run:override', () => ok(null));
  main.answer('run:stop', () => ok(null));
  return main;
}

/** The window as it is loaded, also once more, in the middle of the run. */
export async function shownLive(main: SimulatedMain) {
  return shown(main, /^Stop/);
}

import { failed, ok } from '../src-main/contract/failure';
import type { RunId } from '../src-main/contract/ids';
import type { Bootstrap, OpenedTrace } from '../src-main/contract/ipc';
import {
  type Permission,
  PermissionName,
  type PermissionReport,
  type PermissionState,
} from '../src-main/contract/permission';
import type { Program } from '../src-main/contract/program';
import { supervisedRunId } from '../src-main/contract/supervised-run.fixture';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { ask, valueOf } from './ask';
import { icon } from './icon';
import type { Launched } from './launch';
import { type SimulatedMain, simulateMain } from './simulated-main';

export interface SupervisedMain extends SimulatedMain {
  /** Which run a window that is loaded finds under way. */
  underWay(run: RunId | null): Promise<void>;
}

/** Main as it is on a machine with programs to drive: everything can be worked on. */
export async function supervise(launched: Launched): Promise<SupervisedMain> {
  const main = simulateMain(launched);
  const about: Bootstrap = {
    ...(await valueOf(ask(launched.page, 'bootstrap', null))),
    targets: ['practice', 'program', 'desktop', 'private'],
  };
  await main.answer({
    bootstrap: ok(about),
    'programs:list': ok(programs),
    'permissions:check': ok({ platform: 'linux', grantTo: 'Interlock', permissions: [] }),
    'approval:answer': ok(null),
    'run:resume': ok(null),
    'runs:open': ok(opened([])),
    'blob:snapshot': failed('blob_missing', 'Nothing was kept.', 'Look elsewhere.'),
  });
  return {
    ...main,
    underWay: (activeRun) => main.answer({ bootstrap: ok({ ...about, activeRun }) }),
  };
}

/** The run that a window, loaded again, finds under way: its last event has just happened. */
export function opened(events: readonly TraceEvent[], live = true): OpenedTrace {
  const late = Date.now() - (events.at(-1)?.at.wall ?? 0);
  return {
    id: supervisedRunId,
    name: 'Note, send, delete',
    origin: 'library',
    events: events.map((event) => ({ ...event, at: { ...event.at, wall: event.at.wall + late } })),
    live,
    notes: [],
  };
}

function program(
  pid: number,
  name: string,
  titles: readonly string[],
  change: Partial<Program> = {},
): Program {
  const windows = titles.map((title, at) => ({ title, active: at === 0 }));
  return { id: { pid, name }, windows, access: 'allowed', icon: null, ...change };
}

export const programs: Program[] = [
  program(4102, 'Mousepad', ['Untitled 1 - Mousepad', 'notes.txt - Mousepad'], {
    icon: icon([0x3b, 0x82, 0xc4]),
  }),
  program(3977, 'Thunar', ['Documents'], { icon: icon([0xd0, 0x9a, 0x2e]) }),
  program(4410, 'Thunderbird', ['Figures - Write'], { icon: icon([0x2e, 0x6f, 0xb8]) }),
  program(4655, 'xterm', ['ada@desk: ~']),
  program(4671, 'xterm', ['ada@desk: ~/reports']),
  program(2201, 'Keyring', ['Unlock Login Keyring'], {
    access: 'denied_by_default',
    icon: icon([0x77, 0x77, 0x77]),
  }),
  program(5120, 'GnuCash', ['Household'], { access: 'denied_by_person' }),
];

/** A window that is loaded in the middle of a run. */
export async function findRunUnderWay(main: SupervisedMain, events: readonly TraceEvent[]): Promise<void> {
  await main.answer({ 'runs:open': ok(opened(events)) });
  await main.underWay(supervisedRunId);
  await main.reload();
}

type Told = Pick<Permission, 'granted' | 'sentence' | 'next'>;

const nothingThere: Told = {
  granted: null,
  sentence: 'No other program shows a window, so there was nothing to try it on.',
  next: 'Open a window of any other program.',
};
const grantAgain = 'Grant it, then look here: it is tried by itself.';

const tried: Readonly<Record<PermissionName, Readonly<Record<PermissionState, Told>>>> = {
  accessibility: {
    working: { granted: true, sentence: 'Finder told its windows and what is in them.', next: null },
    failing: {
      granted: true,
      sentence: 'Finder was asked for its windows, and the system refused.',
      next: grantAgain,
    },
    unknown: nothingThere,
  },
  screen_recording: {
    working: { granted: true, sentence: 'A picture of a window of Finder was taken.', next: null },
    failing: { granted: false, sentence: 'The picture of a window of Finder was empty.', next: grantAgain },
    unknown: nothingThere,
  },
};

/** What a Mac tells, with both permissions in one state. */
export function reportOf(state: PermissionState): PermissionReport {
  const permissions = PermissionName.options.map((name) => ({ name, state, ...tried[name][state] }));
  return { platform: 'macos', grantTo: 'Interlock', permissions };
}

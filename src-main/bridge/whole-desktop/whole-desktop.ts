import { type Failure, failed, ok, type Result } from '../../contract/failure';
import type { ProgramId } from '../../contract/target';
import { type Abilities, type Adapter, able, type LiveElement, type SnapshotBudget } from '../adapter';
import type { Doors, Platform, RunningProgram } from '../platform';
import {
  desktopIdentity,
  desktopTree,
  identityWithin,
  insideOf,
  isActive,
  type ProgramPart,
  programIdentity,
  unfocused,
} from './desktop-tree';
import { type Entered, type EnteredPrograms, enteredPrograms } from './entered-programs';

/** All programs of a desktop as one target. Those that the run has not entered are told by their names alone. */
export interface WholeDesktop {
  readonly adapter: Adapter;
  readonly doors: Doors;
}

/** @param denialOf why a program is not driven at this moment; null where it may be */
export function wholeDesktop(
  platform: Platform,
  denialOf: (program: ProgramId) => Failure | null,
): WholeDesktop {
  const programs = enteredPrograms(platform, denialOf);
  /** In which something was done last. */
  let touched: number | null = null;

  /** Hands on to the program in which the element lies. */
  async function within<T>(
    identity: string,
    handOn: (entered: Entered, identity: string) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const inside = insideOf(identity);
    if (inside === null) return notEntered;
    const entered = programs.get(inside.pid);
    return entered === null ? gone : handOn(entered, inside.identity);
  }

  async function inFront(signal: AbortSignal): Promise<Result<RunningProgram | null>> {
    const running = await programs.running(signal);
    return running.ok ? ok(running.value.find(isActive) ?? null) : running;
  }

  async function enteredInOrder(signal: AbortSignal): Promise<Result<readonly Entered[]>> {
    const running = await programs.running(signal);
    if (!running.ok) return running;
    return ok(running.value.flatMap(({ id }) => programs.get(id.pid) ?? []));
  }

  const adapter: Adapter = {
    app: 'desktop',
    program: null,
    abilities: everything,
    async tree(budget, signal) {
      const running = await programs.running(signal);
      if (!running.ok) return running;
      const parts = await readAll(programs, running.value, budget, signal);
      return ok({ app: 'desktop', title: 'Whole desktop', nodes: desktopTree(parts) });
    },
    async look(identity, signal) {
      if (insideOf(identity) === null) return lookOutside(programs, identity, signal);
      const front = await inFront(signal);
      if (!front.ok) return front;
      return within(identity, async (entered, inner) => {
        const live = await entered.adapter.look(inner, signal);
        return live.ok ? ok(unfocused(live.value, front.value?.id.pid === entered.id.pid)) : live;
      });
    },
    act: (identity, action, expected, signal) =>
      within(identity, async ({ id, adapter: its }, inner) => {
        const ability = its.abilities[action.kind];
        if (!ability.able) return { ok: false, failure: ability.failure };
        touched = id.pid;
        return its.act(inner, action, expected, signal);
      }),
    async input(input, signal) {
      const front = await inFront(signal);
      if (!front.ok) return front;
      const entered = front.value === null ? null : programs.get(front.value.id.pid);
      if (entered === null) return keysElsewhere(front.value);
      const ability = entered.adapter.abilities[input.kind];
      if (!ability.able) return { ok: false, failure: ability.failure };
      touched = entered.id.pid;
      return entered.adapter.input(input, signal);
    },
    async windows(signal) {
      const entered = await enteredInOrder(signal);
      if (!entered.ok) return entered;
      const each = await Promise.all(entered.value.map(({ adapter: its }) => its.windows(signal)));
      return ok(each.flatMap((windows) => (windows.ok ? windows.value : [])));
    },
    async elementAt(point, signal) {
      const entered = await enteredInOrder(signal);
      if (!entered.ok) return entered;
      const hits = await Promise.all(
        entered.value.map(async ({ id, adapter: its }) => {
          const hit = await its.elementAt(point, signal);
          return hit.ok && hit.value !== null ? identityWithin(id.pid, hit.value) : null;
        }),
      );
      return ok(hits.find((hit) => hit !== null) ?? null);
    },
    async screenshot(signal) {
      const entered = await enteredInOrder(signal);
      if (!entered.ok) return entered;
      const shown = entered.value.find(({ id }) => id.pid === touched) ?? entered.value[0];
      return shown === undefined ? nothingEntered : shown.adapter.screenshot(signal);
    },
    async untilQuiet(quietMs, limitMs, signal) {
      const entered = touched === null ? null : programs.get(touched);
      if (entered === null) return ok('quiet');
      const rest = await entered.adapter.untilQuiet(quietMs, limitMs, signal);
      // A program that ended, as when its last window was answered, is at rest: the desktop is still there.
      return !rest.ok && rest.failure.code === 'target_gone' ? ok('quiet') : rest;
    },
    close: () => programs.close(),
  };
  return {
    adapter,
    doors: {
      list: (signal) => programs.list(signal),
      async open(name, signal) {
        const opened = await programs.open(name, signal);
        if (opened.ok) touched = opened.value.id.pid;
        return opened;
      },
    },
  };
}

/** Side by side, so that one that hangs costs the others nothing. What has ended meanwhile is left out. */
async function readAll(
  programs: EnteredPrograms,
  running: readonly RunningProgram[],
  budget: SnapshotBudget,
  signal: AbortSignal,
): Promise<ProgramPart[]> {
  const many = Math.max(1, running.filter(({ id }) => programs.get(id.pid) !== null).length);
  const share = {
    ...budget,
    nodes: Math.max(1, Math.floor((budget.nodes - 1 - running.length) / many)),
    depth: Math.max(1, budget.depth - 2),
  };
  const parts = await Promise.all(
    running.map(async (program): Promise<ProgramPart> => {
      const entered = programs.get(program.id.pid);
      return { program, read: entered === null ? null : await entered.read(share, signal) };
    }),
  );
  return parts.filter(({ read }) => read === null || read.ok || read.failure.code !== 'target_gone');
}

/** The desktop itself, or a program as a whole. */
async function lookOutside(
  programs: EnteredPrograms,
  identity: string,
  signal: AbortSignal,
): Promise<Result<LiveElement>> {
  const face = { value: null, states: [], visible: true, bounds: null, hit: null };
  if (identity === desktopIdentity) return ok({ ...face, role: 'desktop', name: 'Desktop' });
  const running = await programs.running(signal);
  if (!running.ok) return running;
  const program = running.value.find(({ id }) => programIdentity(id.pid) === identity);
  return program === undefined ? gone : ok({ ...face, role: 'application', name: program.id.name });
}

const everything: Abilities = {
  press: able,
  set_value: able,
  set_secret: able,
  select: able,
  focus: able,
  scroll: able,
  show_menu: able,
  pointer: able,
  type: able,
  key: able,
  screenshot: able,
  element_at: able,
  windows: able,
};

const gone = failed(
  'stale_ref',
  'The program that it was in has ended, or is no longer entered.',
  'Take a snapshot.',
);

const notEntered = failed(
  'unsupported',
  'A program as a whole cannot be acted on, only what is in it.',
  'Enter it with open_app, then use a ref from inside it.',
);

const nothingEntered = failed(
  'unsupported',
  'No program has been entered, so there is nothing to take a picture of.',
  'Enter one with open_app.',
);

function keysElsewhere(front: RunningProgram | null) {
  const whom = front === null ? 'no program is in front' : `${front.id.name} is in front and is not entered`;
  return failed(
    'not_frontmost',
    `Keys go to the program in front, and ${whom}. Nothing was typed.`,
    'Bring the program that is meant to the front with open_app.',
  );
}

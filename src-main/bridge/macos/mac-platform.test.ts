import { afterEach, expect, it } from 'vitest';
import type { Lanes, RunProgram } from '../../../native/macos';
import { notBegun } from '../../../native/macos/lane/asked';
import {
  openSimulatedProgram,
  type SimulatedProgram,
} from '../../../native/macos/lane/simulated-program.fixture';
import { describeSimulated } from '../../../native/macos/simulator/describe-simulated.fixture';
import { systemClock } from '../../system-clock';
import { fullBudget } from '../adapter';
import { failureOf, has, now, valueOf } from '../conformance/case.fixture';
import { macPlatform } from './mac-platform';

const ours = 9;
const notes = { pid: 7, name: 'Notes' };

await describeSimulated('the platform of a Mac', (simulator) => {
  const programs = new Map<number, SimulatedProgram>();
  const ran: (readonly string[])[] = [];
  /** What opening a program does to the screen. */
  let opened: () => void = () => {};

  const lanes: Lanes = {
    ask: async (pid, request) => {
      if (pid === ours) return notBegun('own_pid', 'A program that asks itself waits for ever.');
      const program = programs.get(pid) ?? openSimulatedProgram(simulator.library, pid);
      programs.set(pid, program);
      return { kind: 'answered', reply: await program.ask(request) };
    },
    close: () => {
      for (const program of programs.values()) program.end();
      programs.clear();
    },
  };
  const run: RunProgram = async (file, parameters) => {
    ran.push([file, ...parameters]);
    if (parameters[1] === 'Nonsense') throw new Error('Unable to find application named Nonsense');
    opened();
  };
  const platform = macPlatform({
    lanes,
    own: [ours],
    grantTo: 'Interlock',
    clock: systemClock,
    idleSeconds: () => 0,
    run,
    isRunning: (pid) => pid !== 404,
  });

  const load = (permissions: Parameters<typeof simulator.permissions>[0] = {}) => {
    ran.length = 0;
    opened = () => {};
    const window = (title: string) => ({ id: title, title, frame: [0, 0, 400, 300] as const });
    simulator.load({
      apps: [
        { ...notes, frontmost: true, windows: [window('All notes')] },
        { pid: ours, name: 'Interlock', windows: [window('Interlock')] },
        { pid: 8, name: 'Mail', windows: [window('Inbox'), window('Draft')] },
      ],
      zOrder: ['All notes', 'Interlock', 'Inbox', 'Draft'],
      permissions,
    });
  };
  afterEach(async () => {
    await platform.close();
    simulator.demandHonesty();
  });

  it('tells the programs with windows, topmost first, but not itself', async () => {
    load();
    expect(valueOf(await platform.programs(now()))).toEqual([
      { id: notes, windows: [{ title: 'All notes', active: true }], icon: null },
      {
        id: { pid: 8, name: 'Mail' },
        windows: [
          { title: 'Inbox', active: false },
          { title: 'Draft', active: false },
        ],
        icon: null,
      },
    ]);
  });

  it('opens a program by its name, and waits for its window', async () => {
    load();
    opened = () => simulator.do({ do: 'raise', target: 'Inbox' }, { do: 'activate', target: 'Inbox' });
    expect(valueOf(await platform.open('mail', now())).id.pid).toBe(8);
    expect(ran).toEqual([['/usr/bin/open', '-a', 'mail']]);
    expect(failureOf(await platform.open('Nonsense', now()))).toBe('not_found');
  });

  it('takes the program that comes to the front for the one that was opened, whatever it is called', async () => {
    load();
    opened = () => simulator.do({ do: 'raise', target: 'Inbox' });
    expect(valueOf(await platform.open('Apple Mail', now())).id.name).toBe('Mail');
  });

  it('gives an adapter for a program that runs, but for its own', async () => {
    load({ screenCapture: false });
    const adapter = valueOf(await platform.adapterFor(notes, now()));
    expect(has(valueOf(await adapter.tree(fullBudget, now())), 'window', 'All notes')).toBe(true);
    expect(adapter.abilities.screenshot.able).toBe(false);
    expect(failureOf(await adapter.screenshot(now()))).toBe('unsupported');
    expect(failureOf(await platform.adapterFor({ pid: 404, name: 'Gone' }, now()))).toBe('target_gone');
    expect(failureOf(await platform.adapterFor({ pid: ours, name: 'Interlock' }, now()))).toBe(
      'program_denied',
    );
  });

  it('tells permissions as they were tried on another program, and where a person gives them', async () => {
    const states = async () =>
      (await platform.permissions(now())).permissions.map(({ name, state, granted }) => [
        name,
        state,
        granted,
      ]);
    load();
    expect(await states()).toEqual([
      ['accessibility', 'working', true],
      ['screen_recording', 'working', true],
    ]);
    simulator.permissions({ accessibility: { reported: true, actual: false }, screenCapture: false });
    expect(await states()).toEqual([
      ['accessibility', 'failing', true],
      ['screen_recording', 'failing', false],
    ]);
    expect(failureOf(await platform.adapterFor(notes, now()))).toBe('permission_missing');
    valueOf(await platform.openPermissionSettings('accessibility'));
    expect(ran.at(-1)?.[1]).toContain('Privacy_Accessibility');
  });
});

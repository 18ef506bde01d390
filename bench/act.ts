import { setTimeout as pause } from 'node:timers/promises';
import { startDesktop } from '../native/linux/private-desktop';
import { type Adapter, fullBudget } from '../src-main/bridge/adapter';
import { createDesk } from '../src-main/bridge/create-desk';
import { type Desk, type DeskCaller, deskPolicies } from '../src-main/bridge/desk';
import { linuxPlatform } from '../src-main/bridge/linux/linux-platform';
import { numberingFromOne } from '../src-main/bridge/snapshot-book';
import { type Node, refAt } from '../src-main/contract/accessibility';
import type { Result } from '../src-main/contract/failure';
import { CallId, firstActor } from '../src-main/contract/ids';
import { systemClock } from '../src-main/system-clock';
import { blobIdOf } from '../src-main/trace/blob-folder';
import { milliseconds, ratio } from './figures';
import { type Contender, interleaved } from './interleave';
import { printTable, summary } from './measure';
import { buildPeer, startPeer } from './peer';
import { seededRandom } from './random';
import { startToldProgram } from './told-program';

export const description =
  "Writes to real Linux programs, until the program's own word, beside pyatspi and libatspi";

type Written = Parameters<Desk['act']>[1];

const { signal } = new AbortController();

/** @param args how many rounds, 15 unless said */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = Number(args[0] ?? '15');
  const libatspi = buildPeer('libatspi-act');
  const rows = [['until the program tells that it arrived', 'median', 'p90', 'to pyatspi']];
  for (const major of [3, 4] as const) rows.push(...(await rowsOf(major, rounds, libatspi)));
  printTable(rows);
  console.log(
    '\nThe peers look an element up once and check nothing. The adapter looks at it right before: the same, visible, enabled, not covered.',
  );
  console.log(
    'The desk reads the whole tree before and after, and says what became of it: its time is until its report.',
  );
}

async function rowsOf(major: 3 | 4, rounds: number, libatspi: string): Promise<string[][]> {
  const desktop = await startDesktop();
  if (!desktop.ok) throw new Error(desktop.failure.sentence);
  const { value: own } = desktop;
  const program = await startToldProgram(own, major);
  const platform = got(await linuxPlatform(own, signal));
  try {
    const adapter = await adapterOn(platform, program.pid);
    const peers = await Promise.all([
      startPeer('/usr/bin/python3', ['bench/peers/pyatspi-act.py', String(program.pid)], own.env),
      startPeer(libatspi, [String(program.pid)], own.env),
    ]);
    const [python, c] = peers;
    const random = seededRandom(7);
    const text = () => `text ${random.int(0, 1_000_000)}`;
    const timed = async (arrives: Promise<void>, act: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await Promise.all([arrives, act()]);
      return performance.now() - began;
    };
    const pressing = (act: () => Promise<unknown>) => () => timed(program.arrival('Save', null), act);
    const setting = (act: (value: string) => Promise<unknown>) => () => {
      const value = text();
      return timed(program.arrival('Name', value), () => act(value));
    };
    const node = async (role: string, name: string): Promise<Node> => {
      const found = got(await adapter.tree(fullBudget, signal)).nodes.find(
        (each) => each.role === role && each.name === name,
      );
      if (found === undefined) throw new Error(`There is no ${role} "${name}".`);
      return found;
    };
    const [save, field] = [await node('button', 'Save'), await node('textbox', 'Name')];
    const on = async (at: Node, action: Written) => got(await adapter.act(at.identity, action, at, signal));
    const desk = deskOn(adapter);
    const through = async (at: Node, action: Written) => {
      const caller = callerOf();
      const snapshot = got(await desk.snapshot(caller));
      const index = snapshot.nodes.findIndex(({ identity }) => identity === at.identity);
      return () => desk.act(refAt(snapshot, index), action, caller);
    };
    const contenders = (kind: 'press' | 'set'): Contender<number>[] =>
      kind === 'press'
        ? [
            { name: 'pyatspi', once: pressing(() => python.ask('press\tSave')) },
            { name: 'libatspi', once: pressing(() => c.ask('press\tSave')) },
            { name: 'Interlock, adapter', once: pressing(() => on(save, { kind: 'press' })) },
            {
              name: 'Interlock, desk in mixed',
              once: async () => pressing(await through(save, { kind: 'press' }))(),
            },
          ]
        : [
            { name: 'pyatspi', once: setting((value) => python.ask(`set\tName\t${value}`)) },
            { name: 'libatspi', once: setting((value) => c.ask(`set\tName\t${value}`)) },
            {
              name: 'Interlock, adapter',
              once: setting((value) => on(field, { kind: 'set_value', value })),
            },
            {
              name: 'Interlock, desk in mixed',
              async once() {
                const value = text();
                const act = await through(field, { kind: 'set_value', value });
                return timed(program.arrival('Name', value), act);
              },
            },
          ];
    const tables: string[][] = [];
    for (const kind of ['press', 'set'] as const) {
      const told = await interleaved(contenders(kind), rounds, random);
      const peer = summary(told.get('pyatspi') ?? []).median;
      tables.push([`GTK ${major}, ${kind === 'press' ? 'press a button' : 'set a text'}`, '', '', '']);
      for (const [name, took] of told) {
        const { median, p90 } = summary(took);
        tables.push([`  ${name}`, milliseconds(median), milliseconds(p90), ratio(median, peer)]);
      }
    }
    await Promise.all(peers.map((peer) => peer.stop()));
    await adapter.close();
    return tables;
  } finally {
    await platform.close();
    await program.stop();
    await own.stop();
  }
}

async function adapterOn(
  platform: Extract<Awaited<ReturnType<typeof linuxPlatform>>, { ok: true }>['value'],
  pid: number,
): Promise<Adapter> {
  for (let tries = 0; tries < 200; tries += 1) {
    const running = got(await platform.programs(signal)).find(({ id }) => id.pid === pid);
    if (running !== undefined) return got(await platform.adapterFor(running.id, signal));
    await pause(50);
  }
  throw new Error('The program showed no window.');
}

function deskOn(adapter: Adapter): Desk {
  return createDesk({
    adapter,
    doors: null,
    policy: deskPolicies.mixed,
    consent: {
      allows: () => true,
      ask: async () => ({ kind: 'allowed', typed: null }),
      isHeld: false,
      untilFree: async () => {},
    },
    keepBlob: blobIdOf,
    numbering: numberingFromOne(),
    clock: systemClock,
  });
}

let calls = 0;

function callerOf(): DeskCaller {
  calls += 1;
  return {
    callId: CallId.parse(`c${calls}`),
    turn: calls,
    viewer: firstActor,
    sees: 'earlier_turns',
    signal,
    emit: () => {},
    suspendLimit: () => () => {},
  };
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.sentence);
  return result.value;
}

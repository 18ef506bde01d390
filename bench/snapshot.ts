import {
  type Application,
  connect,
  follow,
  type Line,
  type Listening,
  listApplications,
  listen,
  listWindows,
  press,
  type RawTree,
  untilQuiet,
  walk,
} from '../native/linux/atspi';
import { type Desktop, type Program, startDesktop } from '../native/linux/private-desktop';
import { milliseconds, ratio } from './figures';
import { type Contender, interleaved } from './interleave';
import { printTable, summary } from './measure';
import { buildPeer, type Peer, startPeer } from './peer';
import { seededRandom } from './random';

export const description =
  'Snapshots of real Linux programs, whole and after one click, beside pyatspi and libatspi';

const programs: ReadonlyArray<readonly [string, ...string[]]> = [
  ['galculator'],
  ['mousepad'],
  ['gtk3-widget-factory'],
  ['gtk4-widget-factory'],
  ['chromium', '--no-sandbox', '--force-renderer-accessibility', '--no-first-run', 'chrome://version'],
];
const plenty = { nodes: 20_000, depth: 200, children: 10_000, milliseconds: 60_000 };
const patience = { limitMs: 60_000, signal: new AbortController().signal };
const goal = 5;

/** @param args how many rounds, 15 unless said; programs, all unless said */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = Number(args[0] ?? '15');
  const wanted = programs.filter(([name]) => args.length < 2 || args.slice(1).includes(name));
  const libatspi = buildPeer('libatspi-walk');
  const desktop = got(await startDesktop());
  const line = got(await connect({ sessionBusAddress: desktop.sessionBusAddress }, patience));
  const listening = got(await listen(line, patience));
  const rows = [['', 'elements', 'calls', 'median', 'p90', 'elements/s', 'to ours']];
  try {
    for (const [name, ...rest] of wanted) {
      const program = await started(desktop, line, name, rest);
      if (program === null) {
        rows.push([`${name}: not here`, '', '', '', '', '', '']);
        continue;
      }
      rows.push(...(await rowsOf(program, line, listening, desktop, libatspi, rounds)));
      await program.process.stop();
    }
  } finally {
    await line.close();
    await desktop.stop();
  }
  printTable(rows);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `\nPeak memory of this process, with all trees: ${peak.toFixed(0)} MB. Goal: pyatspi at least ${goal}x ours.`,
  );
}

interface Started {
  readonly app: Application;
  readonly process: Program;
}

/** Milliseconds, elements, and calls where they can be counted. */
interface Once {
  readonly ms: number;
  readonly nodes: number;
  readonly calls: number | null;
}

async function rowsOf(
  { app }: Started,
  line: Line,
  listening: Listening,
  desktop: Desktop,
  libatspi: string,
  rounds: number,
): Promise<string[][]> {
  const python = await startPeer(
    '/usr/bin/python3',
    ['bench/peers/pyatspi-walk.py', String(app.pid)],
    desktop.env,
  );
  const c = await startPeer(libatspi, [String(app.pid)], desktop.env);
  const following = follow(line, app, listening);
  const counted = async (read: () => Promise<RawTree>): Promise<Once> => {
    const { sent } = line;
    const began = performance.now();
    const tree = await read();
    return { ms: performance.now() - began, nodes: tree.nodes.length, calls: line.sent - sent };
  };
  const reread = async () => got(await following.read(app.root, plenty, patience));
  const buttons = (await reread()).nodes.filter(
    ({ role, name }) =>
      (role === 'toggle_button' || role === 'check_box' || role === 'radio_button') && name !== '',
  );
  const contenders: Contender<Once>[] = [
    { name: 'Interlock', once: () => counted(() => wholeReading(line, app, listening)) },
    {
      name: 'Interlock, after a click',
      async once() {
        await reread();
        const button = buttons[0];
        if (button !== undefined) await press(line, button.identity, 0, patience);
        await untilQuiet(listening, app.bus, 100, 1000, patience.signal);
        return counted(reread);
      },
    },
    {
      name: 'Interlock, one by one',
      once: () => counted(async () => got(await walk(line, app.root, plenty, patience))),
    },
    { name: 'pyatspi', once: () => asked(python, 'walk fresh') },
    { name: 'pyatspi, cached', once: () => asked(python, 'walk cached') },
    { name: 'libatspi', once: () => asked(c, 'walk fresh') },
    { name: 'libatspi, cached', once: () => asked(c, 'walk cached') },
  ];
  const all = await interleaved(contenders, rounds, seededRandom(5));
  following.stop();
  const memory = [python, c].map((peer) => `${peer.peakMegabytes().toFixed(0)} MB`).join(' and ');
  await Promise.all([python.stop(), c.stop()]);
  const ours = summary((all.get('Interlock') ?? []).map(({ ms }) => ms)).median;
  const heading = `${app.name} (${app.toolkit.name} ${app.toolkit.version}); peers' peak memory ${memory}`;
  return [
    [heading, '', '', '', '', '', ''],
    ...contenders.map(({ name }) => row(name, all.get(name) ?? [], ours)),
  ];
}

function row(name: string, all: readonly Once[], ours: number): string[] {
  const { median, p90 } = summary(all.map(({ ms }) => ms));
  const nodes = all.at(-1)?.nodes ?? 0;
  const calls = summary(all.map((once) => once.calls ?? 0)).median;
  const perSecond = Math.round((nodes / median) * 1000).toLocaleString('en');
  return [
    `  ${name}`,
    String(nodes),
    calls === 0 ? '' : String(calls),
    milliseconds(median),
    milliseconds(p90),
    perSecond,
    ratio(median, ours),
  ];
}

/** As the first reading of a program that was never read before: nothing is remembered. */
async function wholeReading(line: Line, app: Application, listening: Listening): Promise<RawTree> {
  const fresh = follow(line, app, listening);
  const tree = got(await fresh.read(app.root, plenty, patience));
  fresh.stop();
  return tree;
}

async function asked(peer: Peer, request: string): Promise<Once> {
  const { ms, nodes } = await peer.ask(request);
  return { ms, nodes, calls: null };
}

async function started(
  desktop: Desktop,
  line: Line,
  command: string,
  args: readonly string[],
): Promise<Started | null> {
  const spawned = await desktop.spawn(command, args);
  if (!spawned.ok) return null;
  const until = performance.now() + 20_000;
  while (performance.now() < until) {
    const apps = got(await listApplications(line, patience)).answering;
    const app =
      apps.find(({ pid }) => pid === spawned.value.pid) ??
      apps.find(({ name }) => name.toLowerCase() === command);
    const windows = app === undefined ? null : await listWindows(line, app.root, patience);
    if (app !== undefined && windows?.ok && windows.value.length > 0) {
      const listening = got(await listen(line, patience));
      await untilQuiet(listening, app.bus, 500, 4000, patience.signal);
      return { app, process: spawned.value };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await spawned.value.stop();
  return null;
}

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: { readonly sentence: string } }
  | { readonly ok: false; readonly failure: { readonly sentence: string } };

function got<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error('trouble' in outcome ? outcome.trouble.sentence : outcome.failure.sentence);
}

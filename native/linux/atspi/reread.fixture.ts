import { type Following, follow } from './follow';
import type { Line } from './line';
import type { Listening } from './listen';
import { patient } from './loopback.fixture';
import { plenty, type Running, treeOf } from './programs.fixture';
import { actAtRandom, seeded } from './random-actions.fixture';
import type { RawNode, RawTree } from './raw-tree';
import { identityOf } from './ref';
import { untilQuiet } from './until-quiet';

/** Actions on each program; a long run is asked for with REREAD_ACTIONS=500, and tells what it measured. */
const asked = Number(process.env['REREAD_ACTIONS'] ?? '0');
export const actions = asked > 0 ? asked : 6;
export const isLongRun = asked > 0;

export interface Cost {
  readonly calls: number;
  readonly ms: number;
}

/** What a reading after each of many random actions gave. */
export interface Rereadings {
  /** The first deed after which a reading gave another tree than a walk, and where they differ; null where there was none. */
  readonly wrong: { readonly deed: string; readonly differing: readonly string[] } | null;
  /** Medians of the readings after an action, and of readings of which nothing was known before. */
  readonly again: Cost;
  readonly whole: Cost;
  /** How many actions were compared: a program that never rests can't be. */
  readonly compared: number;
  readonly elements: number;
}

export async function rereadAtRandom(
  line: Line,
  listening: Listening,
  program: Running,
): Promise<Rereadings> {
  const following = follow(line, program.app, listening);
  const random = seeded(11);
  const again: Cost[] = [];
  const whole: Cost[] = [];
  let tree = await treeOf(line, program);
  let wrong: Rereadings['wrong'] = null;
  await read(following, program);
  for (let done = 0; done < actions && wrong === null; done += 1) {
    const deed = await actAtRandom(line, tree, random);
    const outcome = await compared(line, listening, program, following);
    if (outcome === null) continue;
    if (outcome.differing.length > 0) wrong = { deed, differing: outcome.differing };
    tree = outcome.tree;
    again.push(outcome.cost);
    whole.push(await firstReading(line, listening, program));
  }
  following.stop();
  const { length } = tree.nodes;
  return {
    wrong,
    again: medianOf(again),
    whole: medianOf(whole),
    compared: again.length,
    elements: length,
  };
}

export function inWords({ again, whole, compared: count, elements }: Rereadings): string {
  const ms = `${again.ms.toFixed(1)} of ${whole.ms.toFixed(1)} ms`;
  return `${count} of ${actions} actions compared, ${elements} elements; ${again.calls} of ${whole.calls} calls, ${ms}`;
}

/** A reading between two walks that agree, so that what differs is the reading's fault. A program that never rests gives null. */
async function compared(line: Line, listening: Listening, program: Running, following: Following) {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await untilQuiet(listening, program.app.bus, 60, 600, patient.signal);
    const told = new Set<string>();
    const stop = listening.onEvent(program.app.bus, ({ ref }) => told.add(identityOf(ref)));
    const before = await treeOf(line, program);
    const reread = await costOf(line, () => read(following, program));
    const after = await treeOf(line, program);
    stop();
    if (differences(before, after, told).length > 0) continue;
    return { cost: reread.cost, tree: after, differing: differences(reread.got, after, told) };
  }
  return null;
}

async function firstReading(line: Line, listening: Listening, program: Running): Promise<Cost> {
  const fresh = follow(line, program.app, listening);
  const { cost } = await costOf(line, () => read(fresh, program));
  fresh.stop();
  return cost;
}

async function read(following: Following, { app }: Running): Promise<RawTree> {
  const tree = await following.read(app.root, plenty, patient);
  if (!tree.ok) throw new Error(tree.trouble.sentence);
  return tree.value;
}

async function costOf<T>(
  line: Line,
  work: () => Promise<T>,
): Promise<{ readonly cost: Cost; readonly got: T }> {
  const { sent } = line;
  const began = performance.now();
  const got = await work();
  return { got, cost: { calls: line.sent - sent, ms: performance.now() - began } };
}

const plain = ({ interfaces, ...node }: RawNode) => JSON.stringify([node, [...interfaces]]);

/** Elements that differ, but for those that told of a change between the two readings. */
function differences(one: RawTree, other: RawTree, told: ReadonlySet<string>): readonly string[] {
  if (one.nodes.length !== other.nodes.length)
    return [`${one.nodes.length} and ${other.nodes.length} elements`];
  return one.nodes.flatMap((node, index) => {
    const twin = other.nodes[index];
    if (twin === undefined || plain(node) === plain(twin) || told.has(twin.identity)) return [];
    return [`${plain(node)} and ${plain(twin)}`];
  });
}

function medianOf(costs: readonly Cost[]): Cost {
  const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return { calls: median(costs.map(({ calls }) => calls)), ms: median(costs.map(({ ms }) => ms)) };
}

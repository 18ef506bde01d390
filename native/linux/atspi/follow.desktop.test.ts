import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../private-desktop/desktop.fixture';
import { type Following, follow } from './follow';
import type { Line } from './line';
import { type Listening, listen } from './listen';
import { patient } from './loopback.fixture';
import { connected, plenty, type Running, startProgram, treeOf } from './programs.fixture';
import { actAtRandom, seeded } from './random-actions.fixture';
import type { RawNode, RawTree } from './raw-tree';
import { identityOf } from './ref';
import { untilQuiet } from './until-quiet';

/** Actions on each program; a long run is asked for with REREAD_ACTIONS=500, and tells what it measured. */
const asked = Number(process.env['REREAD_ACTIONS'] ?? '0');
const actions = asked > 0 ? asked : 6;

const desktop = onDesktop();
let line: Line;
let listening: Listening;

beforeAll(async () => {
  line = await connected(desktop());
  const heard = await listen(line, patient);
  if (!heard.ok) throw new Error(heard.trouble.sentence);
  listening = heard.value;
});
afterAll(() => line.close());

interface Cost {
  readonly calls: number;
  readonly ms: number;
}

async function costOf<T>(work: () => Promise<T>): Promise<Cost & { readonly got: T }> {
  const { sent } = line;
  const began = performance.now();
  const got = await work();
  return { got, calls: line.sent - sent, ms: performance.now() - began };
}

async function read(following: Following, { app }: Running): Promise<RawTree> {
  const tree = await following.read(app.root, plenty, patient);
  if (!tree.ok) throw new Error(tree.trouble.sentence);
  return tree.value;
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

/** A reading between two walks that agree, so that what differs is the reading's fault. A program that never rests gives null. */
async function compared(program: Running, following: Following) {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await untilQuiet(listening, program.app.bus, 60, 600, patient.signal);
    const told = new Set<string>();
    const stop = listening.onEvent(program.app.bus, ({ ref }) => told.add(identityOf(ref)));
    const before = await treeOf(line, program);
    const reread = await costOf(() => read(following, program));
    const after = await treeOf(line, program);
    stop();
    if (differences(before, after, told).length > 0) continue;
    return { cost: reread, tree: after, differing: differences(reread.got, after, told) };
  }
  return null;
}

async function firstReading(program: Running): Promise<Cost> {
  const fresh = follow(line, program.app, listening);
  const cost = await costOf(() => read(fresh, program));
  fresh.stop();
  return cost;
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

test.each(['galculator', 'mousepad', 'gtk3-widget-factory', 'gtk4-widget-factory'])(
  '%s: after whatever was done, a reading gives what a walk gives, for a quarter of the calls at most',
  async (command) => {
    const program = await startProgram(desktop(), line, command);
    const following = follow(line, program.app, listening);
    const random = seeded(11);
    let tree = await treeOf(line, program);
    await read(following, program);
    const first: Cost[] = [];
    const again: Cost[] = [];
    for (let done = 0; done < actions; done += 1) {
      const deed = await actAtRandom(line, tree, random);
      const outcome = await compared(program, following);
      if (outcome === null) continue;
      expect({ deed, differing: outcome.differing }).toEqual({ deed, differing: [] });
      tree = outcome.tree;
      again.push(outcome.cost);
      first.push(await firstReading(program));
    }
    following.stop();
    await program.process.stop();
    expect(again.length).toBeGreaterThan(actions / 2);
    const calls = [median(again.map((cost) => cost.calls)), median(first.map((cost) => cost.calls))] as const;
    const ms = [median(again.map((cost) => cost.ms)), median(first.map((cost) => cost.ms))] as const;
    if (asked > 0)
      console.log(
        `${command}: ${again.length} of ${actions} actions compared, ${tree.nodes.length} elements; ` +
          `calls ${calls.join(' of ')}, ms ${ms.map((each) => each.toFixed(1)).join(' of ')}`,
      );
    expect(calls[0]).toBeLessThanOrEqual(calls[1] / 4);
  },
  30_000 + actions * 6000,
);

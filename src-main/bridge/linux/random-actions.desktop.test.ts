import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listApplications } from '../../../native/linux/atspi';
import { seeded } from '../../../native/linux/atspi/random-actions.fixture';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { type Node, refAt, type Snapshot } from '../../contract/accessibility';
import type { Action } from '../adapter';
import { deskOn } from '../conformance/desk-on.fixture';
import type { WriteReport } from '../desk';
import { type RealProgram, startReal } from './real-program.fixture';
import { type Reach, reach } from './stage.fixture';
import { openWitness, strays, type Witness } from './witness.fixture';

/** A long run is asked for with INTERLOCK_ACTIONS=1000, and tells what came of it. */
const actions = Number(process.env['INTERLOCK_ACTIONS'] ?? '60');
const seed = Number(process.env['INTERLOCK_SEED'] ?? '1');
/** What an action may take before it counts as hung, in milliseconds. */
const hung = 30_000;

const desktop = onDesktop();
let to: Reach;
let program: RealProgram;
let witness: Witness;

beforeAll(async () => {
  to = await reach(desktop());
  program = await startReal(desktop(), to, 'gtk3-widget-factory');
  const all = await listApplications(to.line, { limitMs: 5_000, signal: new AbortController().signal });
  const own = all.ok ? all.value.answering.find(({ pid }) => pid === program.process.pid) : undefined;
  if (own === undefined) throw new Error('The program is not on the accessibility bus.');
  witness = await openWitness(desktop().sessionBusAddress, own.bus);
});
afterAll(async () => {
  await witness.close();
  await program.process.stop();
  await to.close();
});

const random = seeded(seed);
const ending = /quit|close|exit|print|full ?screen|minimi|maximi|inspector/i;

/** null for what nothing is done to. */
function deedFor({ role, name, states }: Node): Extract<Action, { kind: 'press' | 'set_value' }> | null {
  if (ending.test(name) || states.includes('offscreen')) return null;
  switch (role) {
    case 'button':
    case 'checkbox':
    case 'radio':
    case 'tab':
    case 'menuitem':
    case 'togglebutton':
      return { kind: 'press' };
    case 'textbox':
      return states.includes('secure') ? null : { kind: 'set_value', value: `text ${random(1_000)}` };
    case 'slider':
    case 'spinbutton':
      return { kind: 'set_value', value: String(random(50)) };
    default:
      return null;
  }
}

interface Tried {
  readonly what: string;
  readonly report: WriteReport;
  readonly strays: readonly Node[];
  readonly ms: number;
}

/** Now and then Escape, so that what opened closes; else something to an element, by a ref that may be a few writes old. */
async function tryOne(
  snapshots: readonly Snapshot[],
  { desk, caller }: ReturnType<typeof deskOn>,
): Promise<Tried> {
  const from = snapshots[Math.max(0, snapshots.length - 1 - random(3))];
  if (from === undefined) throw new Error('There is no snapshot yet.');
  const able = from.nodes.flatMap((node, index) => {
    const deed = deedFor(node);
    return deed === null ? [] : [{ node, index, deed }];
  });
  const chosen = random(6) === 0 ? undefined : able[random(able.length)];
  witness.heard();
  const began = performance.now();
  const report =
    chosen === undefined
      ? await desk.input(null, { kind: 'key', chord: 'Escape' }, caller())
      : await desk.act(refAt(from, chosen.index), chosen.deed, caller());
  const what = chosen === undefined ? 'Escape' : `${chosen.deed.kind} ${chosen.node.role}`;
  const acted = report.delivery === null ? null : (chosen?.node ?? null);
  const keys = chosen === undefined && report.delivery !== null;
  const found = keys ? [] : strays(witness.heard(), from, acted);
  return { what, report, strays: found, ms: performance.now() - began };
}

/** After a collection, in megabytes. */
function heapNow(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** A run keeps every snapshot that it ever showed: each begins with none. */
const actionsOfARun = 25;

test(`${actions} random actions: none lands on an element that was not named, and memory stays flat`, {
  timeout: actions * hung,
}, async () => {
  const outcomes = new Map<string, number>();
  const heap: number[] = [];
  let slowest = 0;
  let at = deskOn(program.adapter, 'mixed');
  let snapshots: Snapshot[] = [];
  for (let done = 0; done < actions; done += 1) {
    if (done % actionsOfARun === 0) {
      at = deskOn(program.adapter, 'mixed');
      snapshots = [];
      heap.push(heapNow());
    }
    snapshots = [...snapshots.slice(-3), await at.snapshot()];
    const tried = await tryOne(snapshots, at);
    expect({ seed, done, what: tried.what, strays: tried.strays }).toMatchObject({ strays: [] });
    expect(tried.ms).toBeLessThan(hung);
    slowest = Math.max(slowest, tried.ms);
    const outcome = tried.report.delivery ?? tried.report.failure?.code ?? 'none';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  heap.push(heapNow());
  const megabytes = heap.map(Math.round).join(' ');
  console.log(JSON.stringify({ actions, seed, outcomes: Object.fromEntries(outcomes), slowest, megabytes }));
  expect((outcomes.get('observed') ?? 0) + (outcomes.get('accepted') ?? 0)).toBeGreaterThan(actions / 10);
  const settled = heap[Math.floor(heap.length / 3)] ?? 0;
  expect(heap.at(-1) ?? 0).toBeLessThan(settled + 20);
});

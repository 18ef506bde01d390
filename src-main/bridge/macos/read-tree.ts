import type { RawNode } from '../../../native/macos';
import { failed, ok, type Result } from '../../contract/failure';
import type { SnapshotBudget } from '../adapter';
import type { Branch } from '../branch';
import { read } from './asking';
import { growTree } from './grow';
import type { Memory } from './memory';
import type { Called } from './program';

/** Of every element that a person would tell there are a few that only hold it. */
const rawPerNode = 5;
const rawDepth = 200;
/** For the lane to say that its time is up, in milliseconds. */
const grace = 1_500;
/** Two looks, two settlings, and time for a slow program. */
const wakingLimit = 10_000;

/** The whole program, as a person would tell it; it is not yet cut to the budget. */
export async function readTree(
  called: Called,
  budget: SnapshotBudget,
  memory: Memory,
): Promise<Result<Branch>> {
  const { program, signal } = called;
  let nodes = await readNodes(called, budget);
  if (nodes.ok && looksAsleep(nodes.value) && memory.wakesNow()) {
    const woken = await program.ask({ kind: 'wake' }, signal, wakingLimit);
    if (woken.kind === 'answered' && woken.reply !== 'asleep') nodes = await readNodes(called, budget);
  }
  if (!nodes.ok) return nodes;
  const root = growTree(nodes.value, program.name);
  if (root === null) return failed('internal', 'The program tells no tree.', 'Take a snapshot.');
  memory.keep(root);
  return ok(root);
}

function readNodes(
  called: Called,
  { nodes, children, milliseconds }: SnapshotBudget,
): Promise<Result<readonly RawNode[]>> {
  const budget = { nodes: nodes * rawPerNode, depth: rawDepth, children, milliseconds };
  return read(called, { kind: 'snapshot', root: null, budget }, 'program', milliseconds + grace);
}

/** What a window has before its program has built anything. */
const bare: ReadonlySet<string> = new Set(['AXWindow', 'AXGroup', 'AXUnknown', 'AXWebArea', 'AXStaticText']);
const titleBar = /^AX(?:Close|Minimize|Zoom|FullScreen)Button$/;

/** A program on Chromium builds no tree until somebody asks: a window of its has a title bar, and empty groups. */
export function looksAsleep(nodes: readonly RawNode[]): boolean {
  const windows = new Map<number, boolean>();
  const windowOf: number[] = [];
  for (const [at, { role, subrole, parent }] of nodes.entries()) {
    const window = role === 'AXWindow' ? at : (windowOf[parent] ?? -1);
    windowOf.push(window);
    if (window < 0) continue;
    const isBare = bare.has(role) || titleBar.test(subrole);
    windows.set(window, (windows.get(window) ?? true) && isBare);
  }
  return [...windows.values()].some((isBare) => isBare);
}

import { vi } from 'vitest';
import type { Desktop, Program } from '../private-desktop';
import { type Application, listApplications, listWindows } from './applications';
import { connect } from './connect';
import type { Line } from './line';
import { patient } from './loopback.fixture';
import type { Budget, RawNode, RawTree } from './raw-tree';
import { walk } from './walk';

export const plenty: Budget = { nodes: 20_000, depth: 200, children: 10_000, milliseconds: 20_000 };

export interface Running {
  readonly app: Application;
  readonly process: Program;
}

export async function connected(desktop: Desktop): Promise<Line> {
  const line = await connect({ sessionBusAddress: desktop.sessionBusAddress }, patient);
  if (!line.ok) throw new Error(line.trouble.sentence);
  return line.value;
}

/** Starts a real program, and waits until it shows a window. */
export async function startProgram(
  desktop: Desktop,
  line: Line,
  command: string,
  ...args: readonly string[]
): Promise<Running> {
  const spawned = await desktop.spawn(command, args);
  if (!spawned.ok) throw new Error(spawned.failure.sentence);
  const process = spawned.value;
  const app = await vi.waitUntil(
    async () => {
      const all = await listApplications(line, patient);
      const found = all.ok ? all.value.answering.find(({ pid }) => pid === process.pid) : undefined;
      if (found === undefined) return null;
      const windows = await listWindows(line, found.root, patient);
      return windows.ok && windows.value.length > 0 ? found : null;
    },
    { timeout: 15_000, interval: 50 },
  );
  return { app, process };
}

export async function treeOf(line: Line, { app }: Pick<Running, 'app'>): Promise<RawTree> {
  const tree = await walk(line, app.root, plenty, patient);
  if (!tree.ok) throw new Error(tree.trouble.sentence);
  return tree.value;
}

export function only(tree: RawTree, wanted: (node: RawNode) => boolean): RawNode {
  const found = tree.nodes.filter(wanted);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} elements are so, not one.`);
  return first;
}

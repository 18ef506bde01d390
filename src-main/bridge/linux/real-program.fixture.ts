import assert from 'node:assert/strict';
import { vi } from 'vitest';
import type { Desktop, Program } from '../../../native/linux/private-desktop';
import type { Node } from '../../contract/accessibility';
import type { Result } from '../../contract/failure';
import { type Action, type Adapter, fullBudget, type LiveElement, type Tree } from '../adapter';
import { adapterFor, type Reach } from './stage.fixture';

/** A program that somebody else wrote, and the adapter on it. */
export interface RealProgram {
  readonly process: Program;
  readonly adapter: Adapter;
  tree(): Promise<Tree>;
  /** Once there is one that fits. */
  find(role: string, fits: string | ((node: Node, tree: Tree) => boolean)): Promise<Node>;
  look(node: Node): Promise<LiveElement>;
  /** Until it has come to rest. */
  rest(): Promise<void>;
  /** Does it, fails where that is refused, and waits until the program has come to rest. */
  act(node: Node, action: Action): Promise<void>;
  type(text: string): Promise<void>;
  key(chord: string): Promise<void>;
}

const now = () => new AbortController().signal;

export async function startReal(
  desktop: Desktop,
  to: Reach,
  command: string,
  ...args: readonly string[]
): Promise<RealProgram> {
  const spawned = await desktop.spawn(command, args);
  assert.ok(spawned.ok);
  const program = driven(spawned.value, await adapterFor(to, spawned.value.pid, command));
  await program.rest();
  return program;
}

export function driven(process: Program, adapter: Adapter): RealProgram {
  const tree = async () => valueOf(await adapter.tree(fullBudget, now()));
  const rest = async () => {
    valueOf(await adapter.untilQuiet(120, 4_000, now()));
  };
  return {
    process,
    adapter,
    tree,
    rest,
    find: (role, fits) =>
      vi.waitFor(
        async () => {
          const all = await tree();
          const node = all.nodes.find(
            (each) => each.role === role && (typeof fits === 'string' ? each.name === fits : fits(each, all)),
          );
          assert.ok(node !== undefined, `There is no such ${role} among:\n${outline(all)}`);
          return node;
        },
        { timeout: 5_000, interval: 25 },
      ),
    look: async (node) => valueOf(await adapter.look(node.identity, now())),
    async act(node, action) {
      valueOf(await actOnceSeen(adapter, node, action));
      await rest();
    },
    async type(text) {
      valueOf(await adapter.input({ kind: 'type', text }, now()));
      await rest();
    },
    async key(chord) {
      valueOf(await adapter.input({ kind: 'key', chord }, now()));
      await rest();
    },
  };
}

/** GTK lays out once a frame: what was just moved may have no place yet. Then nothing was done, and it is tried again. */
function actOnceSeen(adapter: Adapter, node: Node, action: Action) {
  return vi.waitFor(
    async () => {
      const done = await adapter.act(node.identity, action, node, now());
      assert.ok(done.ok || done.failure.code !== 'not_visible', `${node.role} "${node.name}" is not seen.`);
      return done;
    },
    { timeout: 2_000, interval: 25 },
  );
}

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.failure.code}: ${result.failure.sentence}`);
  return result.value;
}

export function outline({ nodes }: Tree): string {
  const depths: number[] = [];
  return nodes
    .map(({ parent, role, name, value, states }) => {
      const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
      depths.push(depth);
      return `${'  '.repeat(depth)}${role} ${JSON.stringify(name)} = ${JSON.stringify(value)} [${states.join(' ')}]`;
    })
    .join('\n');
}

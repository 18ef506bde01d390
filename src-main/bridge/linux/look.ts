import {
  getChildren,
  identityOf,
  lineage,
  look,
  type Own,
  type RawNode,
  type RawTree,
  refOf,
  walk,
} from '../../../native/linux/atspi';
import type { X11Window } from '../../../native/linux/x11';
import { ok, type Result } from '../../contract/failure';
import type { Rect } from '../../contract/geometry';
import type { Branch } from '../branch';
import { branchesOf } from '../branch';
import { placeTree } from './aside';
import { failure, unread } from './failures';
import { growTree } from './grow';
import type { Learnt } from './memory';
import { asInTree, type Step } from './popover-path';
import type { Program } from './program';
import { alone, roleOf } from './roles';
import { namedByContent } from './shape';

/** An element as it is now, with those that it is in. */
export interface Found {
  readonly identity: string;
  /** What the program says of it. */
  readonly own: Own;
  /** From the program down to the element, and what was read below it. Placed on the screen. */
  readonly tree: RawTree;
  /** As it would stand in the tree; null where it would not: it is hidden. */
  readonly node: Branch['node'] | null;
  /** What of it can be seen on the screen, if nothing lies over it. */
  readonly seen: Rect | null;
  /** The window that it is in, as the program and as the X server know it. */
  readonly window: { readonly identity: string; readonly x11: X11Window | null } | null;
}

/** Enough to know what an element is called by, and what is chosen in it. */
const below = { nodes: 120, depth: 8, children: 60 } as const;

/** Failure `stale_ref` where it is in no window of the program. */
export async function find(program: Program, identity: string, learnt: Learnt): Promise<Result<Found>> {
  const { line, application, patience } = program;
  const path = await lineage(line, identity, patience);
  if (!path.ok) return failure(unread(path.trouble));
  if (path.value[0] !== identityOf(application.root)) return stale();
  const [read, children] = await Promise.all([
    Promise.all(path.value.map((each) => look(line, each, patience))),
    line.ask(application.root, getChildren, patience),
  ]);
  if (!children.ok) return failure(unread(children.trouble));
  // GTK 4 keeps what was in a window that was closed, and the window too.
  if (!children.value.some((window) => identityOf(window) === path.value[1])) return stale();
  const steps = asInTree(
    path.value.flatMap((each, index) => {
      const own = read[index];
      return own === undefined ? [] : [{ identity: each, own }];
    }),
  );
  const own = steps.at(-1)?.own;
  if (own === undefined) return stale();
  if (!own.ok) return failure(unread(own.trouble));
  const above = nodesOf(steps.slice(0, -1));
  if (!above.ok) return above;
  const raw = await withBelow(program, identity, own.value, above.value);
  if (!raw.ok) return raw;
  const placed = await placeTree(program, raw.value, learnt);
  if (!placed.ok) return placed;
  const { tree, aside, windows } = placed.value;
  const { root, seen } = growTree(tree, aside);
  const window = path.value[1];
  return ok({
    identity,
    own: own.value,
    tree,
    node: (root === null ? undefined : nodeIn(root, identity)) ?? null,
    seen: seen.get(identity) ?? null,
    window: window === undefined ? null : { identity: window, x11: windows.get(window) ?? null },
  });
}

function nodeIn(root: Branch, identity: string): Branch['node'] | undefined {
  for (const { node } of branchesOf(root)) if (node.identity === identity) return node;
  return undefined;
}

function stale() {
  return failure<never>(unread({ kind: 'gone', sentence: '' }));
}

function nodesOf(path: readonly Step[]): Result<RawNode[]> {
  const nodes: RawNode[] = [];
  for (const [index, { identity, own }] of path.entries()) {
    if (!own.ok) return failure(unread(own.trouble));
    nodes.push({ ...own.value, parent: index - 1, identity, hole: null });
  }
  return ok(nodes);
}

/** Only where the element's name or value may come from what is in it. */
async function withBelow(
  { line, patience, toolkit }: Program,
  identity: string,
  own: Own,
  above: readonly RawNode[],
): Promise<Result<RawTree>> {
  const parent = above.length - 1;
  const role = roleOf(own, toolkit, alone);
  const ref =
    role === 'combobox' || role === 'scrollbar' || namedByContent.has(role) ? refOf(identity) : null;
  if (ref === null) return ok({ nodes: [...above, { ...own, parent, identity, hole: null }] });
  const inside = await walk(line, ref, { ...below, milliseconds: patience.limitMs }, patience);
  if (!inside.ok) return failure(unread(inside.trouble));
  const shifted = inside.value.nodes.map((node) => ({
    ...node,
    parent: node.parent < 0 ? parent : node.parent + above.length,
  }));
  return ok({ nodes: [...above, ...shifted] });
}

import { elementAtPoint, lineage, type RawNode, type RawTree } from '../../../native/linux/atspi';
import { meet } from './boxes';
import type { Program } from './program';

/**
 * The identities of pages that stand behind another one. GTK 4 keeps in the tree what a stack or a notebook showed before, in the
 * place where it was: which of several pages in one place is seen is known by what a pointer would reach there.
 *
 * @param tree with extents as the program gives them, from its window
 */
export async function hiddenPages(program: Program, tree: RawTree): Promise<ReadonlySet<string>> {
  if (program.toolkit !== 'gtk4') return new Set();
  const asked = await Promise.all(
    pagesIn(tree).map(async (page) => ((await isBehind(program, page)) ? page.node.identity : null)),
  );
  return new Set(asked.filter((identity) => identity !== null));
}

interface Page {
  readonly node: RawNode;
  readonly window: string;
  /** The others in its place. */
  readonly others: readonly string[];
}

/** What shares its place with others of the same panel. A box lays out its children side by side. */
function pagesIn({ nodes }: RawTree): readonly Page[] {
  const shown = new Map<number, RawNode[]>();
  for (const node of nodes) {
    if (nodes[node.parent]?.role !== 'panel' || !node.extents?.width || !node.extents.height) continue;
    shown.set(node.parent, [...(shown.get(node.parent) ?? []), node]);
  }
  return [...shown.values()].flatMap((siblings) =>
    siblings.flatMap((node) => {
      const others = siblings.filter((other) => other !== node && overlap(node, other));
      const window = others.length === 0 ? null : windowOf(node, nodes);
      return window === null ? [] : [{ node, window, others: others.map(({ identity }) => identity) }];
    }),
  );
}

function overlap(one: RawNode, other: RawNode): boolean {
  return one.extents !== null && other.extents !== null && meet(one.extents, other.extents) !== null;
}

function windowOf(node: RawNode, nodes: readonly RawNode[]): string | null {
  let at: RawNode | undefined = node;
  while (at !== undefined && nodes[at.parent]?.role !== 'application') at = nodes[at.parent];
  return at?.identity ?? null;
}

/** Some parts of a page can't be told apart from nothing: then another place is asked for. */
const parts = [0.5, 0.25, 0.75, 0.1, 0.9] as const;

async function isBehind({ line, patience }: Program, { node, window, others }: Page): Promise<boolean> {
  const { x, y, width, height } = node.extents ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const part of parts) {
    const hit = await elementAtPoint(line, window, { x: x + width * part, y: y + height * part }, patience);
    if (!hit.ok || hit.value === null) continue;
    const path = await lineage(line, hit.value, patience);
    if (!path.ok) continue;
    if (path.value.includes(node.identity)) return false;
    if (others.some((other) => path.value.includes(other))) return true;
  }
  return false;
}

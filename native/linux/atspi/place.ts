import type { Application } from './applications';
import type { Point, Rect } from './component';
import type { RawNode, RawTree } from './raw-tree';
import { habitsOf } from './toolkit';

/**
 * Where on the screen the content of a window begins, for programs that count from there. The window is one of the process's, and
 * has this title and about this size. null where there is none.
 */
export type WindowOrigin = (
  pid: number,
  title: string,
  size: { readonly width: number; readonly height: number },
) => Promise<Point | null>;

/** Extents on the screen; null throughout a window whose place is unknown. */
export async function place(tree: RawTree, app: Application, windowOrigin: WindowOrigin): Promise<RawTree> {
  if (!habitsOf(app.toolkit).countsFromWindow) return tree;
  const windows = windowOf(tree.nodes);
  const origins = new Map<number, Point | null>();
  await Promise.all(
    [...new Set(windows)].map(async (index) => {
      const window = tree.nodes[index];
      if (window?.extents) origins.set(index, await windowOrigin(app.pid, window.name, window.extents));
    }),
  );
  const nodes = tree.nodes.map((node, index) => ({
    ...node,
    extents: moved(node.extents, origins.get(windows[index] ?? -1) ?? null),
  }));
  return { nodes };
}

/** For each node, the index of the window that it is in: a child of the program, or else the root. */
function windowOf(nodes: readonly RawNode[]): readonly number[] {
  const windows: number[] = [];
  nodes.forEach(({ parent }, index) => {
    const isWindow = parent < 0 || nodes[parent]?.role === 'application';
    windows.push(isWindow ? index : (windows[parent] ?? 0));
  });
  return windows;
}

function moved(extents: Rect | null, origin: Point | null): Rect | null {
  if (extents === null || origin === null) return null;
  return { ...extents, x: extents.x + origin.x, y: extents.y + origin.y };
}

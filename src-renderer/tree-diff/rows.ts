import type { Hole } from '@contract/accessibility';
import type { ChangeKind, MergedNode } from './merged-tree';

/** How the person wants to see a tree. */
export interface RowOptions {
  /** Changes of other kinds count as nothing; what is gone is then left out. */
  readonly kinds: ReadonlySet<ChangeKind>;
  /** Words in role, name or value; empty for none. */
  readonly filter: string;
  readonly foldUnchanged: boolean;
  /** Keys of rows that the person opened or closed, against how they would stand. */
  readonly flipped: ReadonlySet<string>;
}

interface Place {
  readonly key: string;
  /** 1 for the root, as in `aria-level`. */
  readonly level: number;
  /** Index of the parent's row; -1 for the root. */
  readonly parent: number;
}

export interface NodeRow extends Place {
  readonly kind: 'node';
  readonly item: MergedNode;
  /** null where there is nothing inside. */
  readonly open: boolean | null;
  /** Changes inside that a closed row hides. */
  readonly hidden: number;
}

/** Neighbours in which nothing changed. */
export interface FoldRow extends Place {
  readonly kind: 'fold';
  /** Nodes in it, all levels. */
  readonly count: number;
  readonly open: boolean;
}

export interface HoleRow extends Place {
  readonly kind: 'hole';
  readonly hole: Hole;
  /** How many were known there before. */
  readonly unread: number;
}

export type Row = NodeRow | FoldRow | HoleRow;

/** Levels that stand open in a tree without changes to lead the way. */
const openLevels = 3;

/** The rows in sight, top to bottom. O(n) of the whole tree, at each change of what is asked for. */
export function treeRows(root: MergedNode, options: RowOptions): Row[] {
  const words = options.filter.trim().toLowerCase();
  const filtering = words !== '';
  const tallies = tallyTree(root, options.kinds, words);
  const folding = options.foldUnchanged && !filtering && changesIn(root) > 0;
  const rows: Row[] = [];
  visit(root, 1, -1);
  return rows;

  function tally(item: MergedNode): Tally {
    return tallies.get(item) ?? nothing;
  }

  function changesIn(item: MergedNode): number {
    return tally(item).changes;
  }

  function visit(item: MergedNode, level: number, parent: number): void {
    const children = item.children.filter((child) => tally(child).shown);
    const hole = item.node.hole;
    const inside = children.length > 0 || hole !== null;
    const own = isChange(item, options.kinds) ? 1 : 0;
    const byItself = filtering || (folding ? changesIn(item) > own : level < openLevels);
    const open = inside ? byItself !== options.flipped.has(item.key) : null;
    const at = rows.length;
    rows.push({
      kind: 'node',
      key: item.key,
      level,
      parent,
      item,
      open,
      hidden: open === false ? changesIn(item) - own : 0,
    });
    if (open !== true) return;
    visitAll(children, level + 1, at, folding && changesIn(item) > own);
    if (hole !== null)
      rows.push({
        kind: 'hole',
        key: `${item.key}/hole`,
        level: level + 1,
        parent: at,
        hole,
        unread: item.unread,
      });
  }

  function visitAll(items: readonly MergedNode[], level: number, parent: number, fold: boolean): void {
    let quiet: MergedNode[] = [];
    for (const item of items) {
      if (fold && changesIn(item) === 0) {
        quiet.push(item);
        continue;
      }
      foldAway(quiet, level, parent);
      quiet = [];
      visit(item, level, parent);
    }
    foldAway(quiet, level, parent);
  }

  /** One alone takes no less room as a fold than as itself. */
  function foldAway(quiet: readonly MergedNode[], level: number, parent: number): void {
    const [first] = quiet;
    if (first === undefined) return;
    const count = quiet.reduce((sum, item) => sum + tally(item).nodes, 0);
    if (count > 1) {
      const key = `${first.key}/fold`;
      const open = options.flipped.has(key);
      rows.push({ kind: 'fold', key, level, parent, count, open });
      if (!open) return;
    }
    for (const item of quiet) visit(item, level, parent);
  }
}

interface Tally {
  readonly nodes: number;
  readonly changes: number;
  readonly shown: boolean;
}

const nothing: Tally = { nodes: 0, changes: 0, shown: false };

function tallyTree(root: MergedNode, kinds: ReadonlySet<ChangeKind>, words: string) {
  const tallies = new Map<MergedNode, Tally>();
  count(root);
  return tallies;

  function count(item: MergedNode): Tally {
    let nodes = 1;
    let changes = isChange(item, kinds) ? 1 : 0;
    const left = item.side === 'before' && !kinds.has('removed');
    let shown = !left && (words === '' || wordsOf(item).includes(words));
    for (const child of item.children) {
      const inside = count(child);
      nodes += inside.nodes;
      changes += inside.changes;
      shown ||= inside.shown;
    }
    if (item === root) shown = true;
    const tally = left ? nothing : { nodes, changes, shown };
    tallies.set(item, tally);
    return tally;
  }
}

function isChange(item: MergedNode, kinds: ReadonlySet<ChangeKind>): boolean {
  return item.kinds.some((kind) => kinds.has(kind));
}

function wordsOf({ node, was }: MergedNode): string {
  return `${node.role} ${node.name} ${node.value ?? ''} ${was?.name ?? ''} ${was?.value ?? ''}`.toLowerCase();
}

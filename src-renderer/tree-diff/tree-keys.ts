import type { Row } from './rows';

/** What a key does in the tree: go to a row, or open or close one. */
export type TreeMove = { readonly to: number } | { readonly flip: string };

/** As in the ARIA tree pattern; null for keys that are not the tree's. @param page rows that a page key goes over */
export function treeMove(rows: readonly Row[], at: number, key: string, page: number): TreeMove | null {
  const row = rows[at];
  if (row === undefined) return rows.length > 0 && isMove(key) ? { to: 0 } : null;
  const open = row.kind === 'hole' ? null : row.open;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'PageDown':
      return { to: Math.min(last, at + page) };
    case 'PageUp':
      return { to: Math.max(0, at - page) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'ArrowRight':
      if (open === false) return { flip: row.key };
      return { to: open === true && rows[at + 1]?.parent === at ? at + 1 : at };
    case 'ArrowLeft':
      return open === true ? { flip: row.key } : { to: Math.max(0, row.parent) };
    case 'Enter':
    case ' ':
      return open === null ? { to: at } : { flip: row.key };
    default:
      return null;
  }
}

function isMove(key: string): boolean {
  return key.startsWith('Arrow') || key === 'Home' || key === 'End';
}

/** The next row that changed, after or before `at`; null where there is none that way. */
export function changeFrom(rows: readonly Row[], at: number, way: 'next' | 'previous'): number | null {
  const changed = (row: Row) => row.kind === 'node' && row.item.kinds.length > 0;
  const found =
    way === 'next'
      ? rows.findIndex((row, index) => index > at && changed(row))
      : rows.findLastIndex((row, index) => index < at && changed(row));
  return found < 0 ? null : found;
}

/** `aria-posinset` and `aria-setsize` of each row. */
export function siblingPlaces(
  rows: readonly Row[],
): ReadonlyArray<{ readonly at: number; readonly of: number }> {
  const sizes = new Map<number, number>();
  const at = rows.map((row) => {
    const place = (sizes.get(row.parent) ?? 0) + 1;
    sizes.set(row.parent, place);
    return place;
  });
  return rows.map((row, index) => ({ at: at[index] ?? 1, of: sizes.get(row.parent) ?? 1 }));
}

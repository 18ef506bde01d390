import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { classes } from '../widgets/classes';
import { activate, pointAt, usePointed } from './hovered-node';
import { RowView, type Sides } from './row-view';
import type { Row } from './rows';
import { siblingPlaces, treeMove } from './tree-keys';

export interface TreeListProps {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly sides: Sides;
  /** Key of the row that the keys act on. */
  readonly active: string | null;
  readonly onActive: (key: string) => void;
  readonly onFlip: (key: string) => void;
}

/** Only the rows in sight are made; one tab stop, with the active row named by `aria-activedescendant`. */
export function TreeList({ label, rows, sides, active, onActive, onFlip }: TreeListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const rowHeight = useRowHeight();
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const places = useMemo(() => siblingPlaces(rows), [rows]);
  const activeAt = useMemo(() => rows.findIndex((row) => row.key === active), [rows, active]);
  const pointed = usePointed((state) => state.hovered);
  useEffect(() => {
    if (activeAt >= 0) list.scrollToIndex(activeAt, { align: 'auto' });
    const row = rows[activeAt];
    activate(row?.kind === 'node' ? row.item.node.identity : null);
  }, [activeAt, rows, list]);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const move = treeMove(rows, activeAt, event.key, page);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    const row = 'to' in move ? rows[move.to] : undefined;
    if ('flip' in move) onFlip(move.flip);
    else if (row !== undefined) onActive(row.key);
  };
  const items = list.getVirtualItems();
  const activeShown = items.some((item) => item.index === activeAt);
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      tabIndex={0}
      {...(activeShown ? { 'aria-activedescendant': `${id}-${activeAt}` } : {})}
      onKeyDown={press}
      onPointerLeave={() => pointAt(null)}
      className="group/tree min-h-0 flex-1 overflow-auto outline-none focus-visible:outline-none"
    >
      <div role="presentation" className="relative min-w-full" style={{ height: `${list.getTotalSize()}px` }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const identity = row.kind === 'node' ? row.item.node.identity : null;
          return (
            <div
              key={key}
              id={`${id}-${index}`}
              role="treeitem"
              tabIndex={-1}
              aria-level={row.level}
              aria-posinset={places[index]?.at}
              aria-setsize={places[index]?.of}
              aria-selected={index === activeAt}
              {...(row.kind === 'hole' || row.open === null ? {} : { 'aria-expanded': row.open })}
              onPointerMove={() => pointAt(identity)}
              onClick={() => {
                onActive(row.key);
                scroller.current?.focus({ preventScroll: true });
                if (row.kind === 'fold') onFlip(row.key);
              }}
              onKeyDown={press}
              onDoubleClick={() => row.kind === 'node' && row.open !== null && onFlip(row.key)}
              className={classes(
                'copyable absolute top-0 left-0 flex h-6 w-full cursor-default items-center gap-1 whitespace-pre pr-3 hover:bg-hover',
                index === activeAt &&
                  'bg-selected group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-focus',
                identity !== null && identity === pointed && 'shadow-[inset_0_0_0_1px_var(--color-muted)]',
                index !== activeAt && tints(row),
              )}
              style={{ transform: `translateY(${start}px)`, height: `${rowHeight}px` }}
            >
              <RowView row={row} sides={sides} flip={onFlip} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function tints(row: Row): string | null {
  if (row.kind !== 'node') return null;
  if (row.item.kinds.includes('added')) return 'bg-added/8';
  if (row.item.kinds.includes('removed')) return 'bg-removed/8';
  return row.item.kinds.includes('changed') ? 'bg-hover' : null;
}

/** 1.5 rem: grows with the person's text scale. */
function useRowHeight(): number {
  return useMemo(() => {
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return Math.round((Number.isFinite(root) && root > 0 ? root : 16) * 1.5);
  }, []);
}

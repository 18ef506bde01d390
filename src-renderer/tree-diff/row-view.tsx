import { refAt, rolePath, type Snapshot } from '@contract/accessibility';
import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../widgets/classes';
import { counted } from '../widgets/units';
import { holeSentences } from './hole-sentences';
import type { ChangeKind, MergedNode } from './merged-tree';
import { NodeWords } from './node-words';
import type { FoldRow, HoleRow, NodeRow, Row } from './rows';

export const marks: Record<
  ChangeKind,
  { readonly glyph: string; readonly word: string; readonly hue: string }
> = {
  added: { glyph: '+', word: 'added', hue: 'text-added' },
  removed: { glyph: '−', word: 'removed', hue: 'text-removed' },
  changed: { glyph: '~', word: 'changed', hue: 'text-text' },
  moved: { glyph: '>', word: 'moved', hue: 'text-muted' },
};

export interface Sides {
  readonly before: Snapshot;
  readonly after: Snapshot;
}

export interface RowViewProps {
  readonly row: Row;
  readonly sides: Sides;
  readonly flip: (key: string) => void;
}

/** What stands in a row; the list around it knows where. Scrolling makes no row anew. */
export const RowView = memo(function RowView({ row, sides, flip }: RowViewProps) {
  switch (row.kind) {
    case 'node':
      return <NodeLine row={row} sides={sides} flip={flip} />;
    case 'fold':
      return <FoldLine row={row} flip={flip} />;
    case 'hole':
      return <HoleLine row={row} />;
  }
});

function NodeLine({ row, sides, flip }: RowViewProps & { readonly row: NodeRow }) {
  const { item } = row;
  const snapshot = item.side === 'after' ? sides.after : sides.before;
  return (
    <>
      <Glyphs item={item} />
      <Indent level={row.level} />
      <Chevron open={row.open} onClick={() => flip(row.key)} />
      <span
        title={wholeWords(item)}
        className={classes('truncate', item.side === 'before' && 'text-removed line-through decoration-1')}
      >
        <NodeWords item={item} />
      </span>
      {item.move !== null && <From item={item} before={sides.before} />}
      {row.hidden > 0 && (
        <span className="shrink-0 text-muted text-sm">{counted(row.hidden, 'change')} inside</span>
      )}
      <code className="ml-auto shrink-0 pl-3 font-mono text-muted text-xs">
        {refAt(snapshot, item.index)}
      </code>
    </>
  );
}

/** What a narrow row may cut off. */
function wholeWords({ node, was }: MergedNode): string {
  const value = node.value === null ? '' : ` = ${JSON.stringify(node.value)}`;
  const before = was === null || was.value === node.value ? '' : ` (was ${JSON.stringify(was.value)})`;
  return `${node.role} ${JSON.stringify(node.name)}${value}${before}`;
}

function Glyphs({ item }: { readonly item: MergedNode }) {
  return (
    <span className="flex w-6 shrink-0 justify-center font-mono">
      {item.kinds.map((kind) => (
        <span key={kind} className={marks[kind].hue} title={marks[kind].word}>
          <span aria-hidden>{marks[kind].glyph}</span>
          <span className="sr-only">{marks[kind].word} </span>
        </span>
      ))}
    </span>
  );
}

function From({ item, before }: { readonly item: MergedNode; readonly before: Snapshot }) {
  if (item.move === null) return null;
  const parent = before.nodes[item.move.before]?.parent ?? -1;
  const old = before.nodes[parent];
  const where =
    !item.move.reparented || old === undefined
      ? 'among its siblings'
      : `from ${old.name === '' ? old.role : `${old.role} "${old.name}"`}`;
  return (
    <span className="shrink-0 text-muted text-sm" title={`Was ${rolePath(before, item.move.before)}`}>
      moved {where}
    </span>
  );
}

function FoldLine({ row, flip }: { readonly row: FoldRow; readonly flip: (key: string) => void }) {
  return (
    <>
      <span className="w-6 shrink-0" />
      <Indent level={row.level} />
      <Chevron open={row.open} onClick={() => flip(row.key)} />
      <span className="text-muted">…{counted(row.count, 'unchanged', 'unchanged')}</span>
    </>
  );
}

function HoleLine({ row }: { readonly row: HoleRow }) {
  return (
    <>
      <span className="w-6 shrink-0" />
      <Indent level={row.level} />
      <span className="w-4 shrink-0" />
      <span className="truncate text-hazard">
        Not read: {holeSentences[row.hole]}
        {row.unread > 0 && `; ${counted(row.unread, 'element')} known there before`}
      </span>
    </>
  );
}

function Indent({ level }: { readonly level: number }) {
  return <span className="shrink-0" style={{ width: `${Math.min(level - 1, 40) * 0.875}rem` }} />;
}

function Chevron({ open, onClick }: { readonly open: boolean | null; readonly onClick: () => void }) {
  if (open === null) return <span className="w-4 shrink-0" />;
  return (
    <span
      aria-hidden
      className="grid size-4 shrink-0 place-items-center rounded text-muted hover:bg-hover hover:text-text"
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      <ChevronRight className={classes('size-3', open && 'rotate-90')} />
    </span>
  );
}

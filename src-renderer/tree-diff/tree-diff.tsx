import { diffSnapshots, isEmptyDiff } from '@contract/snapshot-diff';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { IconButton } from '../widgets/icon-button';
import { SearchField } from '../widgets/text-field';
import { ToggleChip } from '../widgets/toggle';
import { grouped } from '../widgets/units';
import { type ChangeKind, changeKinds, mergeTrees } from './merged-tree';
import { marks, type Sides } from './row-view';
import { treeRows } from './rows';
import { changeFrom } from './tree-keys';
import { TreeList } from './tree-list';

/** Two snapshots as one tree. Give it a key of its own for each two: what is open or filtered belongs to them. */
export function TreeDiff({ before, after }: Sides) {
  const diff = useMemo(() => diffSnapshots(before, after), [before, after]);
  const root = useMemo(() => mergeTrees(before, after, diff), [before, after, diff]);
  const [kinds, setKinds] = useState<ReadonlySet<ChangeKind>>(new Set(changeKinds));
  const [filter, setFilter] = useState('');
  const [foldUnchanged, setFold] = useState(true);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const rows = useMemo(
    () => treeRows(root, { kinds, filter, foldUnchanged, flipped }),
    [root, kinds, filter, foldUnchanged, flipped],
  );
  const at = rows.findIndex((row) => row.key === active);
  const go = (way: 'next' | 'previous') => {
    const found = changeFrom(rows, at, way);
    const row = found === null ? undefined : rows[found];
    if (row !== undefined) setActive(row.key);
  };
  const same = before.id === after.id;
  const empty = isEmptyDiff(diff);
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-1 border-b px-2 py-1">
        {!same &&
          changeKinds.map((kind) => (
            <ToggleChip
              key={kind}
              label={`${grouped(diff[kind].length)} ${kind}`}
              disabled={diff[kind].length === 0}
              checked={kinds.has(kind)}
              onChange={() => setKinds(flippedIn(kinds, kind))}
            >
              <span className={`font-mono ${marks[kind].hue}`}>{marks[kind].glyph}</span>
              {grouped(diff[kind].length)} <span className="hidden @lg:inline">{kind}</span>
            </ToggleChip>
          ))}
        {!same && !empty && (
          <ToggleChip label="Fold what is unchanged" checked={foldUnchanged} onChange={setFold}>
            fold <span className="hidden @lg:inline">{grouped(diff.unchanged)} unchanged</span>
          </ToggleChip>
        )}
        {same && <span className="px-1 text-muted">{grouped(after.nodes.length)} elements</span>}
        <span className="ml-auto flex min-w-0 items-center gap-1">
          <IconButton
            label="Previous change"
            icon={<ChevronUp aria-hidden />}
            disabled={changeFrom(rows, at, 'previous') === null}
            onClick={() => go('previous')}
          />
          <IconButton
            label="Next change"
            icon={<ChevronDown aria-hidden />}
            disabled={changeFrom(rows, at, 'next') === null}
            onClick={() => go('next')}
          />
          <SearchField
            label="Filter elements"
            placeholder="Filter by role, name or value"
            value={filter}
            onChange={setFilter}
            className="w-36 @lg:w-52"
          />
        </span>
      </div>
      {!same && empty && (
        <p className="shrink-0 border-b px-3 py-1 text-muted">
          Nothing changed between {before.id} and {after.id}.
        </p>
      )}
      {filter.trim() !== '' && rows.length === 1 && (
        <p className="shrink-0 border-b px-3 py-1 text-muted">No element has these words.</p>
      )}
      <TreeList
        label={same ? `Elements of ${after.id}` : `Changes from ${before.id} to ${after.id}`}
        rows={rows}
        sides={{ before, after }}
        active={active}
        onActive={setActive}
        onFlip={(key) => setFlipped(flippedIn(flipped, key))}
      />
    </div>
  );
}

function flippedIn<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

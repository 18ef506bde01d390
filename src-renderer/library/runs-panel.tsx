import { useVirtualizer } from '@tanstack/react-virtual';
import { Columns2 } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { compareRuns } from '../shell/actions';
import { useApp } from '../shell/app-store';
import { Button } from '../widgets/button';
import { EmptyState } from '../widgets/empty-state';
import { SearchField } from '../widgets/text-field';
import { filterRuns } from './filter-runs';
import { useLibrary } from './library-store';
import { RunRow, rowHeight } from './run-row';
import { pressOnRuns } from './runs-keys';

/** All recordings, the newest first. */
export function RunsPanel() {
  const runs = useApp((state) => state.runs);
  const query = useLibrary((state) => state.query);
  const shown = useMemo(() => (runs === null ? null : filterRuns(runs, query)), [runs, query]);
  return (
    <nav aria-label="Runs" data-place="runs" className="flex h-full min-h-0 flex-col bg-panel">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b px-2">
        <span data-place="run-search" className="flex min-w-0 flex-1">
          <SearchField
            label="Search the runs"
            className="flex-1"
            value={query}
            onChange={(value) => useLibrary.setState({ query: value })}
          />
        </span>
        <CompareButton />
      </div>
      <div className="min-h-0 flex-1">
        {shown === null ? null : shown.length > 0 ? (
          <RunsList shown={shown} />
        ) : query === '' ? (
          <EmptyState title="No runs yet">
            Choose a demo and press Run. Every run is recorded and stays here.
          </EmptyState>
        ) : (
          <EmptyState
            title="No run matches"
            action={<Button onClick={() => useLibrary.setState({ query: '' })}>Clear the search</Button>}
          >
            Names, tasks, modes, targets and statuses are searched.
          </EmptyState>
        )}
      </div>
    </nav>
  );
}

function CompareButton() {
  const [left, right] = useLibrary((state) => state.marked);
  if (left === undefined) return null;
  return (
    <Button
      size="small"
      icon={<Columns2 aria-hidden />}
      disabled={right === undefined}
      title={right === undefined ? 'Mark one more run to compare' : 'Side by side'}
      onClick={() => right !== undefined && compareRuns(left, right)}
    >
      Compare
    </Button>
  );
}

function RunsList({ shown }: { readonly shown: ReturnType<typeof filterRuns> }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
  });
  const focused = useLibrary((state) => state.focused);
  const at = shown.findIndex((entry) => entry.id === focused);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at);
  }, [at, rows]);

  return (
    <div
      ref={box}
      role="grid"
      aria-label="Recorded runs"
      aria-rowcount={shown.length}
      aria-activedescendant={at >= 0 ? `run-${focused}` : undefined}
      tabIndex={0}
      className="h-full overflow-y-auto focus-visible:outline-offset-[-2px]"
      onFocus={() => {
        if (at < 0) useLibrary.setState({ focused: shown[0]?.id ?? null });
      }}
      onKeyDown={(event) => pressOnRuns(event, shown)}
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const entry = shown[row.index];
          return entry === undefined ? null : <RunRow key={row.key} entry={entry} top={row.start} />;
        })}
      </div>
    </div>
  );
}

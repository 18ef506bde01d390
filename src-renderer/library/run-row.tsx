import type { RunEntry } from '@contract/ipc';
import { targetInWords } from '@contract/target';
import { Columns2, Ellipsis, TriangleAlert } from 'lucide-react';
import { modeIcon, modeLabel } from '../composer/modes';
import { deleteRun, openRun, revealRun } from '../shell/actions';
import { useTrace } from '../trace/trace-store';
import { classes } from '../widgets/classes';
import { IconButton } from '../widgets/icon-button';
import { Menu } from '../widgets/menu';
import { duration } from '../widgets/units';
import { ago, exactTime } from './ago';
import { toggleMark, useLibrary } from './library-store';
import { RenameField } from './rename-field';
import { statusOf, statusWords } from './status-words';
import { useNow } from './use-now';

/** CSS pixels; two lines of text and their air. */
export const rowHeight = 48;

export function RunRow({ entry, top }: { readonly entry: RunEntry; readonly top: number }) {
  const open = useTrace((state) => state.source?.id === entry.id);
  const focused = useLibrary((state) => state.focused === entry.id);
  const marked = useLibrary((state) => state.marked.includes(entry.id));
  const renaming = useLibrary((state) => state.renaming === entry.id);
  return (
    <div
      id={`run-${entry.id}`}
      role="row"
      aria-selected={open}
      aria-label={spoken(entry, marked)}
      className={classes(
        'group absolute inset-x-0 flex h-12 items-center border-b px-3',
        open ? 'bg-selected' : 'hover:bg-hover',
        focused && 'in-focus-visible:shadow-[inset_0_0_0_1px_var(--color-focus)]',
      )}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => {
        useLibrary.setState({ focused: entry.id });
        if (event.ctrlKey || event.metaKey || event.shiftKey) toggleMark(entry.id);
        else void openRun(entry.id);
      }}
    >
      <div role="gridcell" className="flex min-w-0 flex-1 items-center gap-2">
        <Status entry={entry} />
        <div className="min-w-0 flex-1">
          {renaming ? <RenameField entry={entry} /> : <FirstLine entry={entry} marked={marked} />}
          <Numbers entry={entry} />
        </div>
      </div>
      <RowMenu entry={entry} marked={marked} />
    </div>
  );
}

function Status({ entry }: { readonly entry: RunEntry }) {
  const { label, icon, hue } = statusWords[statusOf(entry.summary)];
  return (
    <span title={label} className={classes('shrink-0 [&_svg]:size-4', hue)}>
      {icon}
    </span>
  );
}

function FirstLine({
  entry: { name, startedAt },
  marked,
}: {
  readonly entry: RunEntry;
  readonly marked: boolean;
}) {
  const now = useNow();
  return (
    <p className="flex items-baseline gap-2">
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {marked && <Columns2 aria-hidden className="size-3.5 shrink-0 self-center" />}
      <time
        className="shrink-0 text-sm text-muted tabular-nums group-hover:invisible group-has-data-[state=open]:invisible"
        title={exactTime(startedAt)}
      >
        {ago(startedAt, now)}
      </time>
    </p>
  );
}

function Numbers({ entry: { summary, failure, target } }: { readonly entry: RunEntry }) {
  return (
    <p className="flex items-center gap-2 truncate text-sm text-muted tabular-nums">
      {summary === null ? (
        <span className="truncate text-failure">{failure?.sentence}</span>
      ) : (
        <>
          <span className="inline-flex items-center gap-1 [&_svg]:size-3">
            {modeIcon[summary.mode]}
            {modeLabel[summary.mode]}
          </span>
          <span>{summary.status === 'running' ? 'Running' : duration(summary.wallMs)}</span>
          {summary.hazards > 0 && (
            <span className="inline-flex items-center gap-1 text-hazard [&_svg]:size-3">
              <TriangleAlert aria-hidden />
              {summary.hazards}
            </span>
          )}
          {target !== null && <span className="ml-auto min-w-0 truncate">{targetInWords(target)}</span>}
        </>
      )}
    </p>
  );
}

function RowMenu({ entry, marked }: { readonly entry: RunEntry; readonly marked: boolean }) {
  return (
    // A click on the menu is not a click on the row.
    <span role="gridcell" onClick={(event) => event.stopPropagation()} className="absolute top-1 right-1">
      <Menu
        entries={[
          { kind: 'item', id: 'open', label: 'Open', keys: 'Enter', onSelect: () => void openRun(entry.id) },
          {
            kind: 'item',
            id: 'mark',
            label: marked ? 'Take the mark away' : 'Mark to compare',
            keys: 'Space',
            onSelect: () => toggleMark(entry.id),
          },
          {
            kind: 'item',
            id: 'rename',
            label: 'Rename',
            keys: 'F2',
            onSelect: () => useLibrary.setState({ renaming: entry.id }),
          },
          { kind: 'item', id: 'reveal', label: 'Show in folder', onSelect: () => void revealRun(entry.id) },
          { kind: 'line', id: 'line' },
          {
            kind: 'item',
            id: 'delete',
            label: 'Delete',
            keys: 'Delete',
            danger: true,
            onSelect: () => void deleteRun(entry),
          },
        ]}
      >
        <IconButton
          label={`Actions for ${entry.name}`}
          tabIndex={-1}
          icon={<Ellipsis aria-hidden />}
          className="opacity-0 group-hover:opacity-100 data-[state=open]:opacity-100"
        />
      </Menu>
    </span>
  );
}

function spoken({ name, summary, startedAt, target }: RunEntry, marked: boolean): string {
  const facts = [name, statusWords[statusOf(summary)].label];
  if (summary !== null) {
    facts.push(modeLabel[summary.mode], duration(summary.wallMs));
    if (summary.hazards > 0) facts.push(`${summary.hazards} hazards`);
  }
  if (target !== null) facts.push(targetInWords(target));
  facts.push(exactTime(startedAt));
  if (marked) facts.push('marked to compare');
  return facts.join(', ');
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../widgets/empty-state';
import { IconButton } from '../../widgets/icon-button';
import { SearchField } from '../../widgets/text-field';
import { counted, grouped } from '../../widgets/units';
import type { Subject } from '../subject';
import { useTelling } from '../telling';
import { conversation, type Entry } from './conversation';
import { EntryView } from './entry-view';
import { findIn } from './find';

/** What the model was sent and what it said, up to the cursor. */
export function MessagesTab({ subject }: { readonly subject: Subject }) {
  const { run, turns, actors } = useTelling().atCursor;
  const entries = useMemo(() => conversation({ run, turns, actors }), [run, turns, actors]);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => findIn(entries, words), [entries, words]);
  const current = found[Math.min(at, found.length - 1)] ?? null;
  const place = placeOf(subject, entries);
  if (entries.length === 0)
    return (
      <EmptyState title="No messages yet">
        What the model is sent and what it says appear here, turn by turn.
      </EmptyState>
    );
  const turnTo = (by: number) => setAt((Math.min(at, found.length - 1) + by + found.length) % found.length);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex h-8 shrink-0 items-center gap-1 border-b px-2">
        <span className="text-muted">
          {counted(turns.length, 'turn')}, {counted(entries.length, 'entry', 'entries')}
        </span>
        <output className="ml-auto text-muted tabular-nums">
          {words.trim() !== '' &&
            (found.length === 0
              ? 'not found'
              : `${grouped(Math.min(at, found.length - 1) + 1)} of ${grouped(found.length)}`)}
        </output>
        <IconButton
          label="Previous place"
          icon={<ChevronUp aria-hidden />}
          disabled={found.length === 0}
          onClick={() => turnTo(-1)}
        />
        <IconButton
          label="Next place"
          icon={<ChevronDown aria-hidden />}
          disabled={found.length === 0}
          onClick={() => turnTo(1)}
        />
        <SearchField
          label="Find in messages"
          value={words}
          onChange={(next) => {
            setWords(next);
            setAt(0);
          }}
          onEnter={(back) => found.length > 0 && turnTo(back ? -1 : 1)}
          className="w-52"
        />
      </div>
      <EntryList entries={entries} words={words} goTo={current ?? place} />
    </div>
  );
}

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly words: string;
  /** Index of the entry to bring into sight; whenever it changes. */
  readonly goTo: number;
}

function EntryList({ entries, words, goTo }: EntryListProps) {
  const scroller = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 6,
    useFlushSync: false,
    gap: 10,
    paddingStart: 10,
    paddingEnd: 10,
  });
  useEffect(() => {
    if (goTo >= 0) list.scrollToIndex(goTo, { align: 'center' });
  }, [goTo, list]);
  return (
    <section ref={scroller} aria-label="Messages" className="min-h-0 flex-1 overflow-y-auto">
      <div className="relative" style={{ height: `${list.getTotalSize()}px` }}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={index}
              className="absolute top-0 left-0 w-full px-3"
              style={{ transform: `translateY(${start}px)` }}
            >
              <EntryView entry={entry} words={words} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** The entry that the step is about; the last one where it has none. */
function placeOf(subject: Subject, entries: readonly Entry[]): number {
  const last = entries.length - 1;
  if (subject.kind === 'call') {
    const at = entries.findIndex((entry) => entry.kind === 'call' && entry.id === subject.call.id);
    return at < 0 ? last : at;
  }
  if (subject.kind === 'model') {
    const at = entries.findIndex((entry) => entry.turn === subject.turn.number);
    return at < 0 ? last : at;
  }
  return last;
}

import type { TraceEvent } from '@contract/trace-event';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTrace } from '../trace/trace-store';
import { CopyButton } from '../widgets/copy-button';
import { EmptyState } from '../widgets/empty-state';
import { IconButton } from '../widgets/icon-button';
import { JsonView } from '../widgets/json-view';
import { grouped } from '../widgets/units';
import { Moment } from './moment';
import { useTelling } from './telling';

/** The latest event before the cursor, as it was recorded. */
export function RawTab() {
  const { events, atCursor } = useTelling();
  const { cursor } = atCursor;
  const event = events[cursor - 1];
  const go = (by: number) => useTrace.getState().moveTo(useTrace.getState().cursor + by);
  if (events.length === 0)
    return <EmptyState title="No events">Start a run or open one to see what was recorded.</EmptyState>;
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-8 shrink-0 items-center gap-1 border-b pr-2 pl-1">
        <IconButton
          label="Previous event"
          icon={<ChevronLeft aria-hidden />}
          disabled={cursor === 0}
          onClick={() => go(-1)}
        />
        <IconButton
          label="Next event"
          icon={<ChevronRight aria-hidden />}
          disabled={cursor >= events.length}
          onClick={() => go(1)}
        />
        <span className="ml-1 text-muted tabular-nums">
          {grouped(cursor)} of {grouped(events.length)}
        </span>
        {event !== undefined && (
          <>
            <code className="copyable ml-2 truncate font-mono text-sm">{event.type}</code>
            <span className="text-muted">
              <Moment at={event.at.mono} inferred={event.at.provenance === 'inferred'} />
            </span>
            <span className="ml-auto" />
            <CopyButton label="Copy event" text={() => JSON.stringify(event, null, 2)} />
          </>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-2">
        {event === undefined ? (
          <EmptyState title="Before the first event">Step forward to see what was recorded.</EmptyState>
        ) : (
          <JsonView
            key={event.seq}
            label={`Event ${event.seq}, ${event.type}`}
            value={inOrder(event)}
            openTo={4}
          />
        )}
      </div>
    </div>
  );
}

/** Its number, kind and time first, wherever they stand in the file. */
function inOrder(event: TraceEvent): object {
  const { seq, type, at, ...rest } = event;
  return { seq, type, at, ...rest };
}

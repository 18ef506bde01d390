import type { CSSProperties } from 'react';
import { overrideSentence } from '../trace/override-words';
import { useTrace } from '../trace/trace-store';
import { duration } from '../widgets/units';
import { callLabel } from './layout/subject';
import { modelSentence, tellCall } from './tell-call';
import { currentLayout, currentTime } from './view/current';
import { type Hover, useTimelineView } from './view/view-store';

/** What the pointer rests on, in two lines beside it. Takes no room and no clicks. */
export function TimelineTooltip() {
  const hover = useTimelineView((view) => view.hover);
  const width = useTimelineView((view) => view.viewport.width);
  const height = useTimelineView((view) => view.viewport.height);
  const open = useTrace((trace) => trace.source !== null);
  const told = hover === null || !open ? null : tell(hover);
  if (hover === null || told === null) return null;
  const place: CSSProperties = {
    left: hover.x > width - 300 ? 'auto' : hover.x + 14,
    right: hover.x > width - 300 ? width - hover.x + 10 : 'auto',
    top: hover.y > height - 72 ? 'auto' : hover.y + 16,
    bottom: hover.y > height - 72 ? height - hover.y + 10 : 'auto',
  };
  return (
    <div
      aria-hidden
      style={place}
      className="pointer-events-none absolute z-10 max-w-96 rounded bg-raised px-2 py-1.5 text-sm tabular-nums shadow-raised"
    >
      <div className="truncate font-medium">{told.title}</div>
      <div className="text-muted">{told.rest}</div>
    </div>
  );
}

interface Told {
  readonly title: string;
  readonly rest: string;
}

function tell(hover: Hover): Told | null {
  const { over } = hover;
  const layout = currentLayout();
  switch (over.kind) {
    case 'nothing':
      return null;
    case 'several':
      return { title: `${over.count} calls`, rest: 'Too close to tell apart. Double-click to zoom in.' };
    case 'call': {
      const placed = layout.turns[over.turn - 1]?.lanes.all.find(({ call }) => call.id === over.callId);
      if (placed === undefined) return null;
      const turns = layout.model?.turns ?? [];
      const rest = tellCall(placed.call, placed.parallel, currentTime(), turns).join(' · ');
      return { title: callLabel(placed.call, turns), rest };
    }
    case 'model': {
      const model = layout.turns[over.turn - 1]?.turn.model ?? null;
      if (model === null) return null;
      const [title = '', rest = ''] = modelSentence(over.turn, model, currentTime()).split(': ');
      return { title, rest };
    }
    case 'override': {
      const change = layout.model?.overrideChanges.find(({ seq }) => seq === over.seq);
      if (change === undefined) return null;
      return { title: overrideSentence(change), rest: `From the next call on. At ${duration(change.at)}.` };
    }
    case 'hazard': {
      const entry = layout.model?.hazards.find(({ seq }) => seq === over.seq);
      if (entry === undefined) return null;
      const title = `Hazard: ${entry.hazard.kind.replaceAll('_', '-').replace('stale-ref', 'stale ref')}`;
      return { title, rest: `${entry.hazard.sentence} At ${duration(entry.at)}.` };
    }
  }
}

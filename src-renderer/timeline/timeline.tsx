import { Radio } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { EmptyState } from '../widgets/empty-state';
import { activeId, CallTree } from './call-tree';
import { Legend } from './legend';
import { hearDensity } from './paint/density';
import { startPainter } from './paint/painter';
import { attachPointer } from './pointer/attach-pointer';
import { runTimelineCommand, showEnded } from './run-command';
import { SelectionAway } from './selection-away';
import { TimelineTooltip } from './tooltip';
import { useTimelineKeys } from './use-timeline-keys';
import { openView, resizeTo, showCursor } from './view/move';
import { useTimelineView } from './view/view-store';

/** The turns of the opened trace over time, on a canvas that fills its container. */
export function Timeline() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const selection = useTrace((trace) => trace.selection);
  const closed = useTrace((trace) => trace.source === null);
  useTimelineKeys();
  useTimelineCanvas(canvas);
  return (
    <section aria-label="Timeline" className="relative h-full min-h-0 min-w-0 overflow-hidden bg-panel">
      <div
        data-timeline
        role="tree"
        tabIndex={0}
        aria-label="Turns and their calls"
        aria-roledescription="timeline"
        aria-activedescendant={activeId(selection)}
        className="absolute inset-0 focus-visible:outline-offset-[-2px]"
      >
        <canvas ref={canvas} aria-hidden className="block size-full touch-none" />
        <CallTree />
      </div>
      {closed && (
        <div className="absolute inset-0 bg-panel">
          <EmptyState title="No run is open">Type a task and run it, or open a recorded run.</EmptyState>
        </div>
      )}
      {!closed && <Legend />}
      <TimelineTooltip />
      <div className="absolute right-4 bottom-3 flex gap-2">
        <SelectionAway />
        <FollowLive />
      </div>
    </section>
  );
}

/** Stands there only while a live run is looked at elsewhere than at its edge. */
function FollowLive() {
  const away = useTrace((trace) => trace.source?.live === true && !trace.following);
  const live = useTrace((trace) => trace.source?.live === true);
  const atEdge = useTimelineView((view) => view.atEdge);
  if (!live || (atEdge && !away)) return null;
  return (
    <Button size="small" icon={<Radio aria-hidden />} onClick={() => runTimelineCommand('follow')}>
      Follow live
    </Button>
  );
}

function useTimelineCanvas(canvas: RefObject<HTMLCanvasElement | null>): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const container = element.parentElement;
    if (container === null) return;
    const painter = startPainter(element);
    const detach = attachPointer(element, painter);
    const measure = () => {
      // With its fraction: only then does a pixel of the canvas fall on one of the screen at any zoom.
      const { width, height } = container.getBoundingClientRect();
      resizeTo(width, height);
      openView();
      painter.resized();
    };
    const size = new ResizeObserver(measure);
    size.observe(container);
    measure();
    const deaf = hearDensity(measure);
    const restyle = () => painter.restyle();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', restyle);
    const root = new MutationObserver(restyle);
    root.observe(document.documentElement, { attributes: true });
    const opened = useTrace.subscribe((now, before) => {
      openView();
      if (now.whole === before.whole && before.source?.live === true && now.source?.live === false)
        showEnded();
      if (now.whole === before.whole && now.cursor !== before.cursor && !now.following) showCursor();
    });
    return () => {
      opened();
      root.disconnect();
      dark.removeEventListener('change', restyle);
      size.disconnect();
      deaf();
      detach();
      painter.stop();
    };
  }, [canvas]);
}

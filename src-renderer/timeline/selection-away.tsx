import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { rowHeight } from './layout/metrics';
import { bodyHeight } from './layout/viewport';
import { runTimelineCommand } from './run-command';
import { currentLayout } from './view/current';
import { topOf } from './view/fit';
import { useTimelineView } from './view/view-store';

/** Selecting moves nothing: where what is selected lies out of sight, this says so and leads there. */
export function SelectionAway() {
  const selection = useTrace((trace) => trace.selection);
  const viewport = useTimelineView((view) => view.viewport);
  if (selection.kind === 'none') return null;
  const top = topOf(currentLayout(), selection);
  if (top === null) return null;
  const above = top + rowHeight <= viewport.scrollTop;
  const below = top >= viewport.scrollTop + bodyHeight(viewport);
  if (!above && !below) return null;
  return (
    <Button
      size="small"
      icon={above ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
      onClick={() => runTimelineCommand('fit')}
    >
      Show selection
    </Button>
  );
}

import { memo, useEffect } from 'react';
import { useModelAtCursor, useTrace } from '../trace/trace-store';
import { Badge } from '../widgets/badge';
import { Tabs } from '../widgets/tabs';
import { TooltipProvider } from '../widgets/tooltip';
import { grouped } from '../widgets/units';
import { useAtRest } from './at-rest';
import { CallTab } from './call-tab';
import { openTab, useDetails } from './details-store';
import { HazardsTab } from './hazards-tab';
import { MessagesTab } from './messages/messages-tab';
import { RawTab } from './raw-tab';
import { ScreenTab } from './screen/screen-tab';
import { TellingContext, useFollowing, useTelling } from './telling';
import { TreeDiffTab } from './tree-diff-tab';
import { useStep } from './use-subject';

/** Everything about the chosen call, or else about the step at the cursor. Fills its container. */
export function Details() {
  const telling = useFollowing();
  const behind = useModelAtCursor() !== telling.atCursor;
  return (
    <TellingContext value={telling}>
      <div aria-busy={behind} className="h-full min-h-0">
        <Told />
      </div>
    </TellingContext>
  );
}

/** Drawn only when what is told has changed, not whenever the cursor moves. */
const Told = memo(function Told() {
  const tab = useDetails((state) => state.tab);
  const step = useStep();
  const rested = useAtRest(step);
  const hazards = useTelling().atCursor.hazards.length;
  useHazardsWhenChosen();
  return (
    <TooltipProvider>
      <div className="@container h-full min-h-0 bg-panel">
        <Tabs
          label="Details"
          value={tab}
          onChange={openTab}
          items={[
            { value: 'call', label: 'Call', content: <CallTab subject={step.subject} /> },
            { value: 'tree-diff', label: 'Tree diff', content: <TreeDiffTab step={rested} now={step} /> },
            { value: 'screen', label: 'Screen', content: <ScreenTab step={rested} /> },
            { value: 'messages', label: 'Messages', content: <MessagesTab subject={step.subject} /> },
            {
              value: 'hazards',
              label: 'Hazards',
              mark: hazards > 0 && <Badge tone="hazard">{grouped(hazards)}</Badge>,
              content: <HazardsTab />,
            },
            { value: 'raw', label: 'Raw', content: <RawTab /> },
          ]}
        />
      </div>
    </TooltipProvider>
  );
});

/** Choosing a hazard on the timeline opens it. */
function useHazardsWhenChosen(): void {
  const seq = useTrace((state) => (state.selection.kind === 'hazard' ? state.selection.seq : null));
  useEffect(() => {
    if (seq !== null) openTab('hazards');
  }, [seq]);
}

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../shell/app-store';
import { useLiveRun } from '../trace/live-run';
import { Button } from '../widgets/button';
import { Popover } from '../widgets/popover';
import { Segmented } from '../widgets/segmented';
import { useChangedRules } from './changed-rules';
import { DraftRules } from './draft-rules';
import { RunOverrides } from './run-overrides';

/** How a run is bounded, and a person's word on single tools: for the next run, and while one goes on, for that one. */
export function RulesField() {
  const changed = useChangedRules();
  const underWay = useUnderWay();
  return (
    <Popover
      label={underWay ? 'Rules' : 'Rules of the run'}
      align="start"
      className="flex max-h-[var(--radix-popover-content-available-height)] w-[26rem] flex-col"
      trigger={
        <Button icon={<SlidersHorizontal aria-hidden />}>
          Rules
          {changed > 0 && (
            <span className="text-muted tabular-nums">
              {changed}
              <span className="sr-only @min-[88rem]:not-sr-only"> changed</span>
            </span>
          )}
        </Button>
      }
    >
      {underWay ? <RulesInMidRun /> : <DraftRules />}
    </Popover>
  );
}

function useUnderWay(): boolean {
  const running = useApp(({ activity }) => (activity.kind === 'running' ? activity.id : null));
  const heard = useLiveRun(({ live }) => live?.id ?? null);
  return running !== null && running === heard;
}

const ofWhich = [
  { value: 'this', label: 'This run' },
  { value: 'next', label: 'Next run' },
] as const;

function RulesInMidRun() {
  const [of, choose] = useState<'this' | 'next'>('this');
  return (
    <>
      <div className="flex items-center gap-3 border-b px-4 py-2">
        <Segmented label="Rules of" size="small" segments={ofWhich} value={of} onChange={choose} />
      </div>
      {of === 'next' ? (
        <DraftRules />
      ) : (
        <>
          <div className="min-h-0 overflow-y-auto p-4">
            <RunOverrides />
          </div>
          <footer className="border-t px-4 py-2 text-sm text-muted">
            Holds from a tool's next call on. Recorded in the trace.
          </footer>
        </>
      )}
    </>
  );
}

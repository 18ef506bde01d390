import { defaultLimits } from '@contract/run-options';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../widgets/button';
import { Popover } from '../widgets/popover';
import { ApprovalsField } from './approvals-field';
import { useDraft } from './draft-store';
import { LimitFields } from './limit-fields';
import { OverrideTable } from './override-table';

/** How this run is bounded, and a person's word on single tools. */
export function RulesField() {
  const { limits, overrides, approvals } = useDraft();
  const changed =
    (approvals === 'sensitive' ? 0 : 1) +
    Object.keys(overrides).length +
    (Object.entries(defaultLimits) as Array<[keyof typeof limits, number]>).filter(
      ([name, value]) => limits[name] !== value,
    ).length;
  return (
    <Popover
      label="Rules of the run"
      align="start"
      className="flex max-h-[var(--radix-popover-content-available-height)] w-[26rem] flex-col"
      trigger={
        <Button icon={<SlidersHorizontal aria-hidden />}>
          Rules
          {changed > 0 && <span className="text-muted tabular-nums">{changed} changed</span>}
        </Button>
      }
    >
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4">
        <ApprovalsField approvals={approvals} onChange={(next) => useDraft.setState({ approvals: next })} />
        <LimitFields limits={limits} onChange={(next) => useDraft.setState({ limits: next })} />
        <OverrideTable overrides={overrides} onChange={(next) => useDraft.setState({ overrides: next })} />
      </div>
      <footer className="flex items-center justify-between border-t px-4 py-2">
        <p className="text-sm text-muted">Recorded in the trace.</p>
        <Button
          size="small"
          disabled={changed === 0}
          onClick={() => useDraft.setState({ limits: defaultLimits, overrides: {}, approvals: 'sensitive' })}
        >
          Reset
        </Button>
      </footer>
    </Popover>
  );
}

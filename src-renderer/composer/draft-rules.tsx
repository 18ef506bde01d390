import { defaultLimits } from '@contract/run-options';
import { Button } from '../widgets/button';
import { ApprovalsField } from './approvals-field';
import { useChangedRules } from './changed-rules';
import { useDraft } from './draft-store';
import { LimitFields } from './limit-fields';
import { OverrideTable } from './override-table';

/** The rules of the run that is being put together. */
export function DraftRules() {
  const { limits, overrides, approvals } = useDraft();
  const changed = useChangedRules();
  return (
    <>
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
    </>
  );
}

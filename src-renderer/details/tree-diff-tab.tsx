import type { Snapshot } from '@contract/accessibility';
import { PanelRight } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Loaded } from '../trace/blobs';
import { useSnapshot } from '../trace/snapshots';
import { useTrace, useWholeModel } from '../trace/trace-store';
import { isSame, nothingPicked, type Pair, type Picked, pairOf } from '../tree-diff/pair';
import { PairBar } from '../tree-diff/pair-bar';
import type { Sides } from '../tree-diff/row-view';
import { TreeDiff } from '../tree-diff/tree-diff';
import { classes } from '../widgets/classes';
import { EmptyState } from '../widgets/empty-state';
import { FailureNote } from '../widgets/failure-note';
import { IconButton } from '../widgets/icon-button';
import { Skeleton } from '../widgets/skeleton';
import { SplitLine, SplitPane, Splitter } from '../widgets/splitter';
import { RetryButton } from './retry-button';
import { ScreenTab } from './screen/screen-tab';
import type { Step } from './use-subject';

export interface TreeDiffTabProps {
  /** Where the cursor last rested. */
  readonly step: Step;
  /** Where it is. */
  readonly now: Step;
}

export function TreeDiffTab(props: TreeDiffTabProps) {
  const run = useTrace((state) => state.source?.id ?? '');
  return <RunTreeDiff key={run} {...props} />;
}

function RunTreeDiff({ step, now }: TreeDiffTabProps) {
  const { snapshots } = useWholeModel();
  const [picked, setPicked] = useState<Picked>(nothingPicked);
  const [beside, setBeside] = useState(false);
  const pair = pairOf(step.snapshots, picked, snapshots);
  if (snapshots.length === 0)
    return (
      <EmptyState title="No snapshot in this run yet">
        A snapshot is taken when the model asks for one, and around writes. Step forward, or choose a later
        call.
      </EmptyState>
    );
  const tree = (
    <div className="flex h-full flex-col">
      <PairBar
        pair={pair}
        all={snapshots}
        picked={picked}
        onPick={setPicked}
        aside={
          <IconButton
            label="Show the screen beside the tree"
            icon={<PanelRight aria-hidden />}
            pressed={beside}
            onClick={() => setBeside(!beside)}
          />
        }
      />
      <Compared pair={pair} current={isSame(pair, pairOf(now.snapshots, picked, snapshots))} />
    </div>
  );
  if (!beside) return tree;
  return (
    <Splitter direction="row" className="h-full">
      <SplitPane minSize={260}>{tree}</SplitPane>
      <SplitLine label="Tree and screen" />
      <SplitPane defaultSize="42%" minSize={200}>
        <ScreenTab step={step} />
      </SplitPane>
    </Splitter>
  );
}

const KeptTreeDiff = memo(TreeDiff);

interface ComparedProps {
  readonly pair: Pair;
  /** Whether it is the pair of where the cursor is. */
  readonly current: boolean;
}

/** The diff that was there stays, dimmed, until the next one is. */
function Compared({ pair, current }: ComparedProps) {
  const [before, after] = useBoth(pair);
  const [shown, setShown] = useState<Sides | null>(null);
  const ready = before.state === 'ready' && after.state === 'ready';
  if (ready && (shown?.before !== before.value || shown.after !== after.value))
    setShown({ before: before.value, after: after.value });
  if (pair.after === null)
    return (
      <EmptyState title="No snapshot up to here">
        The target had not been looked at by this step. Step forward, or pick two snapshots above.
      </EmptyState>
    );
  const lost = before.state === 'failed' || after.state === 'failed';
  if (shown === null || lost) return <Waiting both={[before, after]} />;
  const waits = !current || !ready;
  return (
    <div
      aria-busy={waits}
      className={classes('min-h-0 flex-1 transition-opacity', waits && 'opacity-50 delay-100')}
    >
      <KeptTreeDiff key={`${shown.before.id} ${shown.after.id}`} before={shown.before} after={shown.after} />
    </div>
  );
}

/** A diff takes longer than a frame: when its trees arrive, it is drawn when there is time. */
function useBoth(pair: Pair): readonly [before: Loaded<Snapshot>, after: Loaded<Snapshot>] {
  const before = useSnapshot((pair.before ?? pair.after)?.handle ?? null);
  const after = useSnapshot(pair.after?.handle ?? null);
  const both = useMemo(() => [before, after] as const, [before, after]);
  return useDeferredValue(both);
}

/** Why the two are not there; said once where both say the same. */
function Waiting({ both }: { readonly both: ReadonlyArray<Loaded<unknown>> }) {
  const lost = both.flatMap((each) => (each.state === 'failed' ? each : []));
  if (lost.length === 0) return <Skeleton label="Loading the snapshots" lines={12} />;
  const distinct = new Map(lost.map(({ failure }) => [failure.sentence, failure]));
  const retryAll = () => {
    for (const each of lost) each.retry();
  };
  return (
    <div className="flex flex-col gap-2 p-3">
      {[...distinct.values()].map((failure) => (
        <FailureNote key={failure.sentence} failure={failure} action={<RetryButton onClick={retryAll} />} />
      ))}
    </div>
  );
}

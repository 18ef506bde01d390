import type { SnapshotEntry } from '@contract/trace-model';
import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { Select } from '../widgets/select';
import { counted, since } from '../widgets/units';
import { isPicked, nothingPicked, type Pair, type Picked, swapped } from './pair';

export interface PairBarProps {
  readonly pair: Pair;
  readonly all: readonly SnapshotEntry[];
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
  readonly aside?: ReactNode;
}

/** Which two snapshots are compared, and a way back to those around the step. */
export function PairBar({ pair, all, picked, onPick, aside }: PairBarProps) {
  const options = useMemo(() => all.map(optionOf), [all]);
  const before = pair.before?.handle.id ?? null;
  const after = pair.after?.handle.id ?? null;
  return (
    <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-1 border-b px-2 py-1">
      <Select
        label="Before"
        size="small"
        options={options}
        value={before}
        onChange={(id) => onPick({ before: id, after })}
        className="max-w-56"
      />
      <ArrowRight aria-hidden className="size-3.5 text-muted" />
      <Select
        label="After"
        size="small"
        options={options}
        value={after}
        onChange={(id) => onPick({ before, after: id })}
        className="max-w-56"
      />
      <IconButton
        label="Swap before and after"
        icon={<ArrowLeftRight aria-hidden />}
        onClick={() => onPick(swapped(pair))}
      />
      {isPicked(picked) && (
        <Button size="small" look="quiet" onClick={() => onPick(nothingPicked)}>
          Back to this step
        </Button>
      )}
      {aside !== undefined && <span className="ml-auto flex items-center gap-1">{aside}</span>}
    </div>
  );
}

const causes: Record<SnapshotEntry['cause'], string> = {
  asked: 'asked for',
  preflight: 'just before a write',
  after_write: 'after a write',
  diverged: 'where the screen went another way',
};

function optionOf({ handle, at, cause, turn }: SnapshotEntry) {
  return {
    value: handle.id,
    label: `${handle.id}, ${since(at)}`,
    note: `${causes[cause]}, turn ${turn}, ${counted(handle.nodeCount, 'element')}`,
  };
}

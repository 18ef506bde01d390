import { useMemo, useState } from 'react';
import { usePicture, useSnapshot } from '../../trace/snapshots';
import { useWholeModel } from '../../trace/trace-store';
import { EmptyState } from '../../widgets/empty-state';
import { FailureNote } from '../../widgets/failure-note';
import { Segmented } from '../../widgets/segmented';
import { Skeleton } from '../../widgets/skeleton';
import { grouped, since } from '../../widgets/units';
import type { Picture } from '../around';
import { Moment } from '../moment';
import { RetryButton } from '../retry-button';
import type { Step } from '../use-subject';
import { changeBoxes } from './boxes';
import { PictureView, type Zoom } from './picture-view';

type Side = 'before' | 'after';

export function ScreenTab({ step }: { readonly step: Step }) {
  const [side, setSide] = useState<Side>('after');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { before, after } = step.pictures;
  const picture = side === 'before' ? (before ?? after) : (after ?? before);
  if (picture === null)
    return (
      <EmptyState title="No picture up to here">
        A picture is recorded when the model takes a screenshot. Step forward, or ask for a screenshot in the
        task.
      </EmptyState>
    );
  const both = before !== null && after !== null && before.seq !== after.seq;
  const shownSide = picture === before && both ? 'before' : 'after';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-2 border-b px-2 py-1">
        <Segmented
          label="Picture"
          size="small"
          value={both ? shownSide : 'after'}
          onChange={setSide}
          segments={[
            { value: 'before', label: 'Before', disabled: !both },
            { value: 'after', label: 'After' },
          ]}
        />
        <Segmented
          label="Zoom"
          size="small"
          value={zoom}
          onChange={setZoom}
          segments={[
            { value: 'fit', label: 'Fit' },
            { value: 'full', label: '100%' },
          ]}
        />
        <span className="min-w-0 truncate text-muted">
          {grouped(picture.width)} × {grouped(picture.height)} px, <Moment at={picture.at.mono} />
          {shownSide === 'after' && picture.seq < step.span.first && ', taken before this step'}
        </span>
      </div>
      <Shown picture={picture} step={step} side={shownSide} zoom={zoom} />
    </div>
  );
}

interface ShownProps {
  readonly picture: Picture;
  readonly step: Step;
  readonly side: Side;
  readonly zoom: Zoom;
}

function Shown({ picture, step, side, zoom }: ShownProps) {
  const source = usePicture(picture.blob);
  const { snapshots } = useWholeModel();
  const taken = snapshots.find((each) => each.handle.id === picture.snapshot) ?? step.snapshots[side];
  const shown = useSnapshot(taken?.handle ?? null);
  const before = useSnapshot(step.snapshots.before?.handle ?? null);
  const after = useSnapshot(step.snapshots.after?.handle ?? null);
  const boxes = useMemo(() => {
    if (shown.state !== 'ready' || before.state !== 'ready' || after.state !== 'ready') return [];
    return changeBoxes(before.value, after.value, shown.value);
  }, [shown, before, after]);
  if (source.state === 'failed')
    return (
      <div className="p-3">
        <FailureNote failure={source.failure} action={<RetryButton onClick={source.retry} />} />
      </div>
    );
  if (source.state !== 'ready') return <Skeleton label="Loading the picture" lines={8} />;
  const title = taken === null ? 'the target' : JSON.stringify(taken.handle.title);
  return (
    <PictureView
      picture={picture}
      source={source.value}
      alt={`Screen of ${title} at ${since(picture.at.mono)}, ${picture.width} by ${picture.height} pixels`}
      zoom={zoom}
      boxes={boxes}
      snapshot={shown.state === 'ready' ? shown.value : null}
    />
  );
}

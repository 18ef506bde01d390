import { exactly, since, wallClock } from '../widgets/units';
import { useEpoch } from './use-subject';

export interface MomentProps {
  /** Monotonic milliseconds since the run began. */
  readonly at: number;
  /** Nobody recorded it: it was worked out from what surrounds it. */
  readonly inferred?: boolean;
}

/** A time of the run, relative; the exact one on hover. */
export function Moment({ at, inferred = false }: MomentProps) {
  const epoch = useEpoch();
  const exact = `${exactly(at)} after the start${epoch === null ? '' : `, ${wallClock(epoch + at)}`}`;
  return (
    <>
      <time className="tabular-nums" title={exact}>
        {since(at)}
      </time>
      {inferred && <span className="text-muted"> inferred</span>}
    </>
  );
}

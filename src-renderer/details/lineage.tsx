import type { StaleRefHazard } from '@contract/hazard';
import type { ReactNode } from 'react';
import { classes } from '../widgets/classes';
import { CallLink } from './call-link';
import { Moment } from './moment';
import { type RefLineage, refLineage } from './ref-lineage';
import { useTelling } from './telling';

/** The life of a ref that went stale, from top to bottom: what it pointed to, which write ended it, what stands there now. */
export function Lineage({ hazard }: { readonly hazard: StaleRefHazard }) {
  const { events, whole } = useTelling();
  const { made, died } = refLineage(hazard, whole, events);
  return (
    <ol aria-label={`Lineage of ${hazard.ref}`} className="mt-1">
      <Station at={made?.at ?? null}>
        <code className="font-mono text-sm">{hazard.ref}</code> pointed to{' '}
        <span className="font-medium">{hazard.pointedTo}</span>
        {made !== null && <Where made={made} />}
      </Station>
      <Station at={died?.at ?? null}>
        {hazard.endedBy === null ? (
          'Died outside of this run: none of its writes ended it.'
        ) : (
          <>
            Died with the write <CallLink id={hazard.endedBy} />
            {typeof died?.program === 'string' && <span className="text-muted"> in {died.program}</span>}
          </>
        )}
      </Station>
      <Station at={null} last>
        {hazard.standsNow === null ? (
          'Nothing stands there now.'
        ) : (
          <>
            Now stands there <span className="font-medium">{hazard.standsNow}</span>
          </>
        )}{' '}
        <span className="text-muted">Used by</span> <CallLink id={hazard.call} />
      </Station>
    </ol>
  );
}

function Where({ made }: { readonly made: NonNullable<RefLineage['made']> }) {
  return (
    <span className="text-muted">
      {' '}
      in {made.snapshot} of {made.title === '' ? made.app : made.title}, turn {made.turn}
    </span>
  );
}

interface StationProps {
  /** When; null where that is not known, or is now. */
  readonly at: number | null;
  readonly last?: boolean;
  readonly children: ReactNode;
}

function Station({ at, last = false, children }: StationProps) {
  return (
    <li className="relative flex gap-2 pb-1 pl-5 last:pb-0">
      {!last && <span aria-hidden className="absolute top-3 bottom-[-0.375rem] left-[5px] w-px bg-edge" />}
      <span
        aria-hidden
        className={classes(
          'absolute top-1.5 left-0.5 size-[7px] rounded-full border border-muted',
          last ? 'bg-text' : 'bg-panel',
        )}
      />
      <div className="copyable min-w-0 flex-1 break-words">{children}</div>
      {at !== null && (
        <span className="shrink-0 text-sm text-muted">
          <Moment at={at} />
        </span>
      )}
    </li>
  );
}

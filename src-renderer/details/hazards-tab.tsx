import type { Hazard } from '@contract/hazard';
import type { HazardEntry } from '@contract/trace-model';
import { TriangleAlert } from 'lucide-react';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { classes } from '../widgets/classes';
import { EmptyState } from '../widgets/empty-state';
import { counted } from '../widgets/units';
import { CallLink } from './call-link';
import { Moment } from './moment';
import { type Fact, Facts } from './section';
import { useTelling } from './telling';
import { hazardWords } from './words';

export function HazardsTab() {
  const { atCursor, whole } = useTelling();
  const { hazards } = atCursor;
  const later = whole.hazards.length - hazards.length;
  const selection = useTrace((state) => state.selection);
  const chosen = selection.kind === 'hazard' ? selection.seq : null;
  const shown = useShown(hazards, chosen);
  if (shown.length === 0)
    return (
      <EmptyState title="No hazards up to here">
        No two calls of a turn got in each other's way, and every ref was used inside its epoch.
        {later > 0 && ` ${counted(later, 'hazard')} later in the run.`}
      </EmptyState>
    );
  return (
    <div>
      <ul aria-label="Hazards up to the cursor">
        {shown.map((entry) => (
          <HazardItem key={entry.seq} entry={entry} chosen={entry.seq === chosen} />
        ))}
      </ul>
      {later > 0 && (
        <p className="flex items-center gap-2 px-3 py-2 text-muted">
          {counted(later, 'hazard')} later in the run.
          <Button size="small" look="quiet" onClick={() => useTrace.getState().step('last')}>
            Go to the end
          </Button>
        </p>
      )}
    </div>
  );
}

/** Those up to the cursor, and the chosen one wherever it lies. */
function useShown(hazards: readonly HazardEntry[], chosen: number | null): readonly HazardEntry[] {
  const whole = useTelling().whole.hazards;
  if (chosen === null || hazards.some((each) => each.seq === chosen)) return hazards;
  return [...hazards, ...whole.filter((each) => each.seq === chosen)];
}

function HazardItem({ entry, chosen }: { readonly entry: HazardEntry; readonly chosen: boolean }) {
  const { hazard, seq, at } = entry;
  return (
    <li
      aria-current={chosen}
      className={classes(
        'flex gap-2.5 border-b px-3 py-2',
        chosen && 'bg-hover shadow-[inset_2px_0_0_var(--color-text)]',
      )}
    >
      <TriangleAlert aria-hidden className="mt-[3px] size-3.5 shrink-0 text-hazard" />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <button
            type="button"
            className="rounded font-medium hover:underline"
            onClick={() => useTrace.getState().select({ kind: 'hazard', seq })}
          >
            {hazardWords[hazard.kind]}
          </button>
          <span className="text-muted text-sm">turn {hazard.turn}</span>
          <span className="ml-auto text-muted text-sm">
            <Moment at={at} />
          </span>
        </div>
        <p className="copyable mb-1 break-words">{hazard.sentence}</p>
        <Facts facts={factsOf(hazard)} />
      </div>
    </li>
  );
}

function factsOf(hazard: Hazard): Fact[] {
  if (hazard.kind !== 'stale_ref')
    return [
      { name: 'Resource', value: <code className="break-all font-mono text-sm">{hazard.resource}</code> },
      { name: 'Earlier', value: <CallLink id={hazard.earlier} /> },
      { name: 'Later', value: <CallLink id={hazard.later} /> },
    ];
  return [
    { name: 'Call', value: <CallLink id={hazard.call} /> },
    { name: 'Ref', value: <code className="font-mono text-sm">{hazard.ref}</code> },
    { name: 'Pointed to', value: hazard.pointedTo },
    { name: 'Stands now', value: hazard.standsNow ?? <span className="text-muted">nothing</span> },
    {
      name: 'Ended by',
      value:
        hazard.endedBy === null ? (
          <span className="text-muted">no write of this run</span>
        ) : (
          <CallLink id={hazard.endedBy} />
        ),
    },
  ];
}

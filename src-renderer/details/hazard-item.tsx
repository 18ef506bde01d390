import type { ConflictHazard } from '@contract/hazard';
import type { HazardEntry } from '@contract/trace-model';
import { TriangleAlert } from 'lucide-react';
import { useTrace } from '../trace/trace-store';
import { classes } from '../widgets/classes';
import { CallLink } from './call-link';
import { Lineage } from './lineage';
import { Moment } from './moment';
import { type Fact, Facts } from './section';
import { hazardWords } from './words';

/** One hazard in full. */
export function HazardItem({ entry, chosen }: { readonly entry: HazardEntry; readonly chosen: boolean }) {
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
        {hazard.kind === 'stale_ref' ? <Lineage hazard={hazard} /> : <Facts facts={factsOf(hazard)} />}
      </div>
    </li>
  );
}

function factsOf(hazard: ConflictHazard): Fact[] {
  return [
    { name: 'Resource', value: <code className="break-all font-mono text-sm">{hazard.resource}</code> },
    { name: 'Earlier', value: <CallLink id={hazard.earlier} /> },
    { name: 'Later', value: <CallLink id={hazard.later} /> },
  ];
}

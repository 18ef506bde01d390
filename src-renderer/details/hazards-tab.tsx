import type { HazardEntry } from '@contract/trace-model';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { EmptyState } from '../widgets/empty-state';
import { counted, grouped } from '../widgets/units';
import { type HazardGroup, hazardGroups, kindsOf } from './hazard-groups';
import { HazardItem } from './hazard-item';
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
        {hazardGroups(shown).map((group) => (
          <Group key={group.turn} group={group} chosen={chosen} />
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

/** As many hazards of one turn are told one by one without being asked for. */
const fewEnough = 3;

interface GroupProps {
  readonly group: HazardGroup;
  /** `seq` of the chosen hazard, of whichever turn. */
  readonly chosen: number | null;
}

/** The hazards of a turn: a few one by one, many as one entry that opens. It opens for one of it that is chosen elsewhere. */
function Group({ group, chosen }: GroupProps) {
  const { turn, entries } = group;
  const [turned, setTurned] = useState({ open: false, chosen: null as number | null });
  const isNewlyChosen = chosen !== turned.chosen && entries.some(({ seq }) => seq === chosen);
  const items = entries.map((entry) => (
    <HazardItem key={entry.seq} entry={entry} chosen={entry.seq === chosen} />
  ));
  if (entries.length <= fewEnough) return items;
  const open = turned.open || isNewlyChosen;
  const Chevron = open ? ChevronDown : ChevronRight;
  const kinds = kindsOf(entries).map(([kind, count]) => `${grouped(count)} ${hazardWords[kind]}`);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        className="flex w-full items-baseline gap-2.5 border-b px-3 py-2 text-left hover:bg-hover"
        onClick={() => setTurned({ open: !open, chosen })}
      >
        <Chevron aria-hidden className="size-3.5 shrink-0 self-center text-hazard" />
        <span className="shrink-0 font-medium">{counted(entries.length, 'hazard')}</span>
        <span className="shrink-0 text-sm text-muted">turn {turn}</span>
        <span className="min-w-0 flex-1 truncate text-sm text-muted">{kinds.join(', ')}</span>
      </button>
      {open && <ul aria-label={`Hazards of turn ${turn}`}>{items}</ul>}
    </li>
  );
}

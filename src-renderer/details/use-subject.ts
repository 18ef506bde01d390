import type { SnapshotEntry } from '@contract/trace-model';
import { useMemo } from 'react';
import { useTrace } from '../trace/trace-store';
import { type Around, type Picture, picturesAround, type StepSpan, snapshotsAround, spanOf } from './around';
import { type Subject, subjectAt } from './subject';
import { useTelling } from './telling';

export interface Step {
  readonly subject: Subject;
  readonly span: StepSpan;
  readonly snapshots: Around<SnapshotEntry>;
  readonly pictures: Around<Picture>;
}

/** What the tabs are about, and what was seen on either side of it. */
export function useStep(): Step {
  const { events, atCursor, whole } = useTelling();
  const selection = useTrace((state) => state.selection);
  return useMemo(() => {
    const subject = subjectAt({ atCursor, whole }, events, selection);
    const model = selection.kind === 'none' ? atCursor : whole;
    const span = spanOf(subject, events, model.cursor);
    return {
      subject,
      span,
      snapshots: snapshotsAround(subject, span, model),
      pictures: picturesAround(span, model),
    };
  }, [events, selection, atCursor, whole]);
}

/** The wall clock's time at the run's own beginning; null before there is one. */
export function useEpoch(): number | null {
  return useTrace((state) => {
    const first = state.events[0];
    return first === undefined ? null : first.at.wall - first.at.mono;
  });
}

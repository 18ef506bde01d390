import type { ActorId } from '@contract/ids';
import { useTrace } from '../../trace/trace-store';
import type { Layout } from '../layout/layout';
import { scrolled } from '../layout/viewport';
import { currentLayout } from './current';
import { turnOf } from './navigate';
import { useTimelineView } from './view-store';

/** Folds an actor's turns, or unfolds them; what was selected in them is then told by where they begin. */
export function toggleFold(actor: ActorId): void {
  useTimelineView.setState(({ folded }) => {
    const next = new Set(folded);
    if (!next.delete(actor)) next.add(actor);
    return { folded: next };
  });
  const layout = currentLayout();
  useTimelineView.setState(({ viewport }) => ({
    viewport: scrolled(viewport, layout, viewport.scrollTop),
  }));
  const { selection, select } = useTrace.getState();
  const at = layout.turns[(turnOf(layout, selection) ?? 0) - 1];
  if (at?.shown !== 'hidden') return;
  const head = layout.turns.find(
    ({ shown, nesting }) => shown === 'summary' && at.nesting.within.includes(nesting.actor),
  );
  if (head !== undefined) select({ kind: 'model', turn: head.turn.number });
}

/** The actor whose turn is selected, where it can be folded: not the one that the run begins with. */
export function foldable(layout: Layout, turn: number | null): ActorId | null {
  const nesting = layout.turns[(turn ?? 0) - 1]?.nesting;
  if (nesting === undefined) return null;
  const hasHead = layout.turns.some(
    (each) => each.nesting.actor === nesting.actor && each.nesting.head !== null,
  );
  return hasHead ? nesting.actor : null;
}

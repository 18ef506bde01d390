import type { CallId } from '@contract/ids';
import type { TraceModel, Turn } from '@contract/trace-model';
import { overrideSentence } from '../trace/override-words';
import { type Selection, useTrace } from '../trace/trace-store';
import type { TurnLayout } from './layout/layout';
import { callSentence, modelSentence } from './tell-call';
import { currentLayout, currentTime } from './view/current';
import { turnOf } from './view/navigate';
import { useTimelineView } from './view/view-store';

/** Turns on each side of the chosen one that are told; the sizes say how many there are in all. */
const beside = 5;

/** Ids of the elements that `aria-activedescendant` names. */
export const treeId = {
  call: (id: CallId) => `timeline-call-${id}`,
  model: (turn: number) => `timeline-model-${turn}`,
};

export function activeId(selection: Selection): string | undefined {
  if (selection.kind === 'call') return treeId.call(selection.callId);
  return selection.kind === 'model' ? treeId.model(selection.turn) : undefined;
}

/** The timeline for who listens: the turns around the chosen one with all their calls. Stands inside of a `tree`. */
export function CallTree() {
  const selection = useTrace((trace) => trace.selection);
  useTrace((trace) => trace.events);
  useTimelineView((view) => view.folded);
  const layout = currentLayout();
  const now = currentTime();
  const middle = (turnOf(layout, selection) ?? layout.turns.length) - 1;
  const first = Math.max(0, Math.min(middle - beside, layout.turns.length - 2 * beside - 1));
  const shown = layout.turns.slice(first, first + 2 * beside + 1).filter((turn) => turn.shown !== 'hidden');
  return (
    <div className="sr-only" role="presentation">
      {shown.map((turn) => (
        <TurnItem
          key={turn.turn.number}
          turn={turn}
          of={layout.turns.length}
          selection={selection}
          now={now}
          turns={layout.model?.turns ?? []}
          overrides={overridesIn(layout.model, turn.turn.number)}
        />
      ))}
    </div>
  );
}

interface TurnItemProps {
  readonly turn: TurnLayout;
  readonly of: number;
  readonly selection: Selection;
  readonly now: number;
  readonly turns: readonly Turn[];
  /** What the person said of tools while it was the last turn, in a sentence each. */
  readonly overrides: string;
}

function overridesIn(model: TraceModel | null, turn: number): string {
  const changes = model?.overrideChanges.filter((each) => each.turn === turn) ?? [];
  return changes.map((change) => `. ${overrideSentence(change)}`).join('');
}

function TurnItem({
  turn: { turn, lanes, nesting, shown },
  of,
  selection,
  now,
  turns,
  overrides,
}: TurnItemProps) {
  const folded = shown === 'summary';
  const whose = nesting.head === null ? '' : `${nesting.head.name}: `;
  const overlap = lanes.overlapped === 0 ? '' : `, ${lanes.overlapped} of ${lanes.ranCount} overlapped`;
  const said = turn.model === null ? `Turn ${turn.number}` : modelSentence(turn.number, turn.model, now);
  return (
    <>
      <div
        id={treeId.model(turn.number)}
        role="treeitem"
        tabIndex={-1}
        aria-level={1 + 2 * nesting.depth}
        aria-setsize={of}
        aria-posinset={turn.number}
        aria-expanded={folded ? false : lanes.all.length > 0 ? true : undefined}
        aria-selected={selection.kind === 'model' && selection.turn === turn.number}
      >
        {whose}
        {said}
        {folded ? ', folded' : overlap}
        {overrides}
      </div>
      {(folded ? [] : lanes.all).map(({ call, parallel }) => (
        <div
          key={call.id}
          id={treeId.call(call.id)}
          role="treeitem"
          tabIndex={-1}
          aria-level={2 + 2 * nesting.depth}
          aria-setsize={lanes.all.length}
          aria-posinset={call.index + 1}
          aria-selected={selection.kind === 'call' && selection.callId === call.id}
        >
          {callSentence(call, parallel, now, turns)}
        </div>
      ))}
    </>
  );
}

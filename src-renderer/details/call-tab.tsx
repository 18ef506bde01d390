import { useTrace } from '../trace/trace-store';
import { EmptyState } from '../widgets/empty-state';
import { CallView } from './call-view';
import { ModelView } from './model-view';
import { RunView } from './run-view';
import type { Subject } from './subject';
import { useTelling } from './telling';

export function CallTab({ subject }: { readonly subject: Subject }) {
  const chosen = useTrace((state) => state.selection.kind !== 'none');
  const { atCursor, whole } = useTelling();
  const { now } = chosen ? whole : atCursor;
  switch (subject.kind) {
    case 'nothing':
      return (
        <EmptyState title="Nothing has happened yet">
          Start a run or open one, then step through it or choose a call.
        </EmptyState>
      );
    case 'run':
      return <RunView model={atCursor} />;
    case 'model':
      return <ModelView turn={subject.turn} now={now} />;
    case 'call':
      return <CallView call={subject.call} now={now} />;
  }
}

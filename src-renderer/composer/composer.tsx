import { Play, Square } from 'lucide-react';
import { useApp } from '../shell/app-store';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { KeyHint } from '../widgets/key-hint';
import { useComplaint } from './complaint-store';
import { ModeField } from './mode-field';
import { ModelField } from './model-field';
import { RulesField } from './rules-field';
import { runDraft, stopActive } from './run-draft';
import { TargetField } from './target-field';
import { TaskField } from './task-field';

/** What is to be done, by whom, how; and the one button that begins and ends it. */
export function Composer() {
  const complaint = useComplaint((state) => state.complaint);
  return (
    <header data-place="task" className="shrink-0 border-b bg-panel">
      <form
        aria-label="New run"
        className="flex flex-col gap-2 px-3 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          void runDraft();
        }}
      >
        <div className="flex items-start gap-2">
          <TaskField />
          <RunButton />
        </div>
        <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1.5">
          <TargetField />
          <ModelField />
          <ModeField />
          <RulesField />
          {complaint !== null && complaint.field !== 'task' && (
            <p role="alert" className="text-sm text-failure">
              {complaint.sentence}
            </p>
          )}
        </div>
      </form>
    </header>
  );
}

/** One place for both, so that nothing moves when a run begins. */
function RunButton() {
  const running = useApp((state) => state.activeRun !== null);
  const stopping = useTrace(
    (state) => state.source?.live === true && state.events.at(-1)?.type === 'stop-requested',
  );
  if (running) {
    return (
      <Button
        look="danger"
        icon={<Square aria-hidden />}
        className="w-28"
        disabled={stopping}
        onClick={() => void stopActive('button')}
      >
        {stopping ? 'Stopping' : 'Stop'}
        <KeyHint keys="Escape" />
      </Button>
    );
  }
  return (
    <Button look="primary" type="submit" icon={<Play aria-hidden />} className="w-28">
      Run
    </Button>
  );
}

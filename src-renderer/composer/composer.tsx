import { Advice } from './advice';
import { Complaint } from './complaint';
import { useComplaint } from './complaint-store';
import { CrewField } from './crew-field';
import { ModeField } from './mode-field';
import { ModelField } from './model-field';
import { RulesField } from './rules-field';
import { RunButton } from './run-button';
import { runDraft } from './run-draft';
import { TargetField } from './target-field';
import { TaskField } from './task-field';

/** By whom, how, and what is to be done; and the one button that begins and ends it. */
export function Composer() {
  const complaint = useComplaint((state) => state.complaint);
  return (
    <header data-place="task" className="@container relative z-20 shrink-0 border-b bg-panel">
      <form
        aria-label="New run"
        className="flex flex-col gap-2 px-3 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          void runDraft();
        }}
      >
        <div className="flex flex-wrap items-center gap-2">
          <TargetField />
          <ModelField />
          <ModeField />
          <CrewField />
          <Advice />
          <RulesField />
          <RunButton />
        </div>
        <TaskField />
      </form>
      {complaint !== null && <Complaint complaint={complaint} />}
    </header>
  );
}

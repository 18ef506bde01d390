import { showComplaint, useComplaint } from './complaint-store';
import { useDraft } from './draft-store';
import { runDraft } from './run-draft';

/** Grows with its text up to five lines. Mod+Enter runs. */
export function TaskField() {
  const task = useDraft((draft) => draft.task);
  const complaint = useComplaint((state) =>
    state.complaint?.field === 'task' ? state.complaint.sentence : null,
  );
  return (
    <div className="min-w-0 flex-1">
      <textarea
        rows={1}
        aria-label="Task"
        aria-invalid={complaint !== null}
        aria-describedby={complaint === null ? undefined : 'task-complaint'}
        placeholder="What is to be done?"
        value={task}
        spellCheck={false}
        onChange={(event) => {
          useDraft.setState({ task: event.target.value });
          showComplaint(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          void runDraft();
        }}
        className="block max-h-28 min-h-7 w-full [field-sizing:content] resize-none overflow-y-auto rounded border border-edge bg-canvas px-2 py-[3px] focus:border-focus aria-invalid:border-failure"
      />
      {complaint !== null && (
        <p id="task-complaint" role="alert" className="mt-1 text-sm text-failure">
          {complaint}
        </p>
      )}
    </div>
  );
}

import { showComplaint, useComplaint } from './complaint-store';
import { useDraft } from './draft-store';
import { runDraft } from './run-draft';

/** One line, and all of it over what is below while it is written. Mod+Enter runs. */
export function TaskField() {
  const task = useDraft((draft) => draft.task);
  const invalid = useComplaint((state) => state.complaint?.field === 'task');
  const more = task.trimEnd().split('\n').length - 1;
  return (
    <div className="relative h-7">
      <textarea
        data-first
        rows={1}
        aria-label="Task"
        aria-invalid={invalid}
        aria-describedby={invalid ? 'complaint' : undefined}
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
        onBlur={({ currentTarget }) => {
          currentTarget.scrollTop = 0;
        }}
        className="peer absolute inset-x-0 top-0 h-7 w-full resize-none overflow-hidden rounded border border-edge bg-canvas px-2 focus:py-[3px] focus:leading-5 leading-[1.625rem] focus:h-auto focus:max-h-[60vh] focus:min-h-7 focus:[field-sizing:content] focus:overflow-y-auto focus:border-focus focus:bg-raised focus:shadow-raised aria-invalid:border-failure"
      />
      {more > 0 && (
        <span className="pointer-events-none absolute inset-y-px right-px flex items-center rounded bg-canvas pr-2 pl-3 text-sm text-muted tabular-nums peer-focus:hidden">
          {more === 1 ? '1 more line' : `${more} more lines`}
        </span>
      )}
    </div>
  );
}

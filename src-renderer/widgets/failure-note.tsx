import type { Failure } from '@contract/failure';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface FailureNoteProps {
  readonly failure: Failure;
  /** A way out, as a button. */
  readonly action?: ReactNode;
}

/** What failed, and what to do next. */
export function FailureNote({ failure, action }: FailureNoteProps) {
  return (
    <div className="flex items-start gap-2 rounded border border-failure/40 bg-failure/5 px-3 py-2">
      <CircleAlert aria-hidden className="mt-[3px] size-3.5 shrink-0 text-failure" />
      <div className="copyable min-w-0 flex-1 break-words">
        <p>
          {failure.sentence} <code className="font-mono text-sm text-muted">{failure.code}</code>
        </p>
        <p className="text-muted">{failure.next}</p>
      </div>
      {action}
    </div>
  );
}

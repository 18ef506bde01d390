import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What it means, or what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid h-full min-h-0 place-items-center overflow-y-auto p-6 text-center">
      <div className="flex max-w-sm flex-col items-center gap-1">
        <p className="font-medium">{title}</p>
        {children !== undefined && <p className="text-balance text-muted">{children}</p>}
        {action !== undefined && <div className="mt-2 flex gap-2">{action}</div>}
      </div>
    </div>
  );
}

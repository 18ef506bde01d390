import type { ReactNode } from 'react';

export function Pane({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-col gap-5">{children}</div>;
}

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h3 className="border-b pb-1 font-medium">{title}</h3>
      {children}
    </section>
  );
}

export interface LineProps {
  readonly label: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** What it is, and at its right what can be changed about it. */
export function Line({ label, note, children }: LineProps) {
  return (
    <div className="flex min-h-7 items-start justify-between gap-4">
      <div className="min-w-0 pt-1">
        <p>{label}</p>
        {note !== undefined && <p className="text-sm text-muted">{note}</p>}
      </div>
      <div className="flex shrink-0 items-center gap-2">{children}</div>
    </div>
  );
}

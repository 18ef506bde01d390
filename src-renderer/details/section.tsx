import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="border-t px-3 py-2 first:border-t-0" aria-label={title}>
      <header className="mb-1 flex min-h-6 items-center gap-2">
        <h3 className="font-medium text-muted text-sm">{title}</h3>
        {aside !== undefined && <div className="ml-auto flex items-center gap-1">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values in two columns; values can be selected. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-0.5">
      {facts.map((fact) => (
        <div key={fact.name} className="contents">
          <dt className="text-muted">{fact.name}</dt>
          <dd className="copyable min-w-0 break-words">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

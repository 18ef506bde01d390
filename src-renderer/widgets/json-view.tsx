import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { classes } from './classes';
import { type JsonPart, type JsonRow, jsonRows } from './json-rows';
import { LongText } from './long-text';
import { counted } from './units';

export interface JsonViewProps {
  /** What it is, for those who cannot see it. */
  readonly label: string;
  readonly value: unknown;
  /** Deeper ones begin folded. */
  readonly openTo?: number;
}

/** JSON as indented text that folds: every bracket is a button. It can be selected and copied like text. */
export function JsonView({ label, value, openTo = 3 }: JsonViewProps) {
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => jsonRows(value, (path, depth) => depth < openTo !== flipped.has(path)),
    [value, openTo, flipped],
  );
  const flip = (path: string) => {
    const next = new Set(flipped);
    if (!next.delete(path)) next.add(path);
    setFlipped(next);
  };
  return (
    <section aria-label={label} className="copyable overflow-x-auto font-mono text-sm leading-5">
      {rows.map((row) => (
        <JsonLine key={row.path} row={row} flip={flip} />
      ))}
    </section>
  );
}

function JsonLine({ row, flip }: { readonly row: JsonRow; readonly flip: (path: string) => void }) {
  const { part } = row;
  const canFold = part.kind === 'fold' && part.count > 0;
  return (
    <div className="flex min-w-0" style={{ paddingLeft: `${row.depth * 1.25}rem` }}>
      <span className="w-4 shrink-0">
        {canFold && (
          <button
            type="button"
            aria-expanded={part.open}
            aria-label={`${row.key ?? (row.depth === 0 ? 'Value' : 'Member')}, ${size(part)}`}
            onClick={() => flip(row.path)}
            className="mt-0.5 grid size-4 place-items-center rounded text-muted hover:bg-hover hover:text-text"
          >
            <ChevronRight aria-hidden className={classes('size-3', part.open && 'rotate-90')} />
          </button>
        )}
      </span>
      <span className="min-w-0 whitespace-pre-wrap break-words">
        {row.key !== null && <span className="text-muted">{JSON.stringify(row.key)}: </span>}
        <Part part={part} />
        {row.comma && <span className="text-muted">,</span>}
      </span>
    </div>
  );
}

function Part({ part }: { readonly part: JsonPart }) {
  switch (part.kind) {
    case 'scalar':
      return part.type === 'string' ? <LongText text={part.text} limit={2000} /> : <span>{part.text}</span>;
    case 'close':
      return <span className="text-muted">{part.bracket}</span>;
    case 'fold':
      if (part.open) return <span className="text-muted">{part.bracket}</span>;
      return (
        <span className="text-muted">
          {part.bracket}
          {part.count > 0 && ` ${size(part)} `}
          {part.bracket === '{' ? '}' : ']'}
        </span>
      );
  }
}

function size(part: Extract<JsonPart, { kind: 'fold' }>): string {
  return counted(part.count, part.bracket === '{' ? 'field' : 'item');
}

import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';

export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly chosen: () => void }
  | {
      readonly kind: 'radio' | 'checkbox';
      readonly label: string;
      readonly checked: boolean;
      readonly chosen: () => void;
    };

const roles = { item: 'menuitem', radio: 'menuitemradio', checkbox: 'menuitemcheckbox' } as const;

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Where the focus goes when the menu opens. */
  readonly startAt: 'first' | 'last';
  readonly closed: (why: 'chosen' | 'escaped' | 'left') => void;
  readonly sideways: (step: 1 | -1) => void;
}

/** An open menu: arrows, Home, End and first letters move; Enter and Space choose; Escape and Tab close. */
export function Menu({ label, entries, startAt, closed, sideways }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    itemsOf(list.current)
      .at(startAt === 'first' ? 0 : -1)
      ?.focus();
  }, [startAt]);

  const keyed = (event: KeyboardEvent) => {
    const items = itemsOf(list.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = destination(event.key, at, items);
    if (next !== null) items[next]?.focus();
    else if (event.key === 'ArrowRight') sideways(1);
    else if (event.key === 'ArrowLeft') sideways(-1);
    else if (event.key === 'Escape') closed('escaped');
    else if (event.key === 'Tab') closed('left');
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} role="menu" aria-label={label} tabIndex={-1} className="sd-menu" onKeyDown={keyed}>
      {entries.map((entry) => (
        <button
          key={entry.label}
          type="button"
          role={roles[entry.kind]}
          aria-checked={entry.kind === 'item' ? undefined : entry.checked}
          tabIndex={-1}
          className="sd-menu-item"
          onPointerEnter={(event) => event.currentTarget.focus()}
          onClick={() => {
            closed('chosen');
            entry.chosen();
          }}
        >
          <span className="sd-menu-mark" aria-hidden="true">
            {entry.kind !== 'item' && entry.checked && <Check size={14} />}
          </span>
          {entry.label}
        </button>
      ))}
    </div>
  );
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function destination(key: string, at: number, items: readonly HTMLElement[]): number | null {
  if (key === 'ArrowDown') return (at + 1) % items.length;
  if (key === 'ArrowUp') return (Math.max(at, 0) - 1 + items.length) % items.length;
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (key.length !== 1 || key === ' ') return null;
  const starts = items.map((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()));
  const after = starts.indexOf(true, at + 1);
  const found = after >= 0 ? after : starts.indexOf(true);
  return found >= 0 ? found : null;
}

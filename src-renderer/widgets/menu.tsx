import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes';
import { KeyHint } from './key-hint';

export type MenuEntry =
  | { readonly kind: 'line'; readonly id: string }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      readonly keys?: string;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    };

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'end';
}

export function Menu({ entries, children, align = 'end' }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 rounded bg-raised p-1 shadow-raised"
        >
          {entries.map((entry) =>
            entry.kind === 'line' ? (
              <Radix.Separator key={entry.id} className="mx-1 my-1 border-t" />
            ) : (
              <MenuItem key={entry.id} entry={entry} />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MenuItem({ entry }: { readonly entry: Extract<MenuEntry, { kind: 'item' }> }) {
  return (
    <Radix.Item
      disabled={entry.disabled ?? false}
      onSelect={entry.onSelect}
      className={classes(
        'flex h-7 items-center gap-2 rounded px-2 outline-none data-[disabled]:opacity-45 data-[highlighted]:bg-selected data-[highlighted]:[&_.text-muted]:text-text [&_svg]:size-3.5',
        entry.danger === true && 'text-failure',
      )}
    >
      {entry.icon}
      <span className="flex-1">{entry.label}</span>
      {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
    </Radix.Item>
  );
}

import type { Dispatch, RefObject } from 'react';
import type { DeskAction, DeskState, Order } from './desk-state';
import type { MenuEntry } from './menu';
import { MenuBar } from './menu-bar';

interface DeskMenusProps {
  readonly state: DeskState;
  readonly change: Dispatch<DeskAction>;
  readonly form: RefObject<HTMLFormElement | null>;
}

export function DeskMenus({ state, change, form }: DeskMenusProps) {
  const ordered = (label: string, order: Order): MenuEntry => ({
    kind: 'radio',
    label,
    checked: state.order === order,
    chosen: () => change({ kind: 'ordered', order }),
  });
  const startTicket: MenuEntry = {
    kind: 'item',
    label: 'New ticket',
    chosen: () => form.current?.querySelector('input')?.focus(),
  };
  const file: readonly MenuEntry[] = [
    startTicket,
    { kind: 'item', label: 'Export list', chosen: () => change({ kind: 'exported' }) },
    { kind: 'item', label: 'Close all...', chosen: () => change({ kind: 'close_all_asked' }) },
  ];
  const view: readonly MenuEntry[] = [
    ordered('Newest first', 'newest'),
    ordered('Oldest first', 'oldest'),
    {
      kind: 'checkbox',
      label: 'Compact rows',
      checked: state.compact,
      chosen: () => change({ kind: 'compacted', compact: !state.compact }),
    },
  ];
  return (
    <MenuBar
      menus={[
        { label: 'File', entries: file },
        { label: 'View', entries: view },
      ]}
    />
  );
}

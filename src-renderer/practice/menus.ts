import type { Dispatch } from 'react';
import type { DeskAction, DeskState, Order } from './desk-state';
import type { MenuEntry } from './menu';
import type { BarMenu } from './menu-bar';

export function menusOf(
  state: DeskState,
  change: Dispatch<DeskAction>,
  startTicket: () => void,
): readonly BarMenu[] {
  const ordered = (label: string, order: Order): MenuEntry => ({
    kind: 'radio',
    label,
    checked: state.order === order,
    chosen: () => change({ kind: 'ordered', order }),
  });
  return [
    {
      label: 'File',
      entries: [
        { kind: 'item', label: 'New ticket', chosen: startTicket },
        { kind: 'item', label: 'Export list', chosen: () => change({ kind: 'exported' }) },
        { kind: 'item', label: 'Close all...', chosen: () => change({ kind: 'close_all_asked' }) },
      ],
    },
    {
      label: 'View',
      entries: [
        ordered('Newest first', 'newest'),
        ordered('Oldest first', 'oldest'),
        {
          kind: 'checkbox',
          label: 'Compact rows',
          checked: state.compact,
          chosen: () => change({ kind: 'compacted', compact: !state.compact }),
        },
      ],
    },
  ];
}

import { createRef } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';

const handle = createRef<PanelImperativeHandle>();

/** The pane of the runs, which can be put away. */
export const runsPane = {
  handle,
  show(): void {
    if (handle.current?.isCollapsed() === true) handle.current.expand();
  },
  toggle(): void {
    if (handle.current?.isCollapsed() === true) handle.current.expand();
    else handle.current?.collapse();
  },
};

import { useEffect } from 'react';
import { useTrace } from '../trace/trace-store';
import { claimed, commandFor } from './keymap';
import { runTimelineCommand } from './run-command';

/** The timeline's keys, wherever the focus is but where it wants them for itself. */
export function useTimelineKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandFor(event);
      const focus = event.target instanceof Element ? event.target : null;
      if (command === null || claimed(event.key, focus)) return;
      const { source, selection } = useTrace.getState();
      if (source === null || (command === 'clear' && selection.kind === 'none')) return;
      event.preventDefault();
      runTimelineCommand(command);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

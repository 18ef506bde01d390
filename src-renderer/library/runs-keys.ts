import type { RunEntry } from '@contract/ipc';
import type { KeyboardEvent } from 'react';
import { deleteRun, openRun } from '../shell/actions';
import { toggleMark, useLibrary } from './library-store';

/** For the list of keys. */
export const libraryKeys = [
  { keys: ['ArrowUp', 'ArrowDown'], says: 'Go up or down the runs' },
  { keys: ['Enter'], says: 'Open the run' },
  { keys: [' '], says: 'Mark the run for a comparison' },
  { keys: ['F2'], says: 'Rename the run' },
  { keys: ['Delete'], says: 'Delete the run' },
] as const;

export function pressOnRuns(event: KeyboardEvent, shown: readonly RunEntry[]): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const { focused } = useLibrary.getState();
  const at = shown.findIndex((entry) => entry.id === focused);
  const entry = shown[at];
  const go = (to: number) => {
    const next = shown[Math.min(Math.max(0, to), shown.length - 1)];
    if (next !== undefined) useLibrary.setState({ focused: next.id });
  };
  const acts: Record<string, () => void> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(shown.length - 1),
    PageDown: () => go(at + 10),
    PageUp: () => go(at - 10),
    Enter: () => entry !== undefined && void openRun(entry.id),
    ' ': () => entry !== undefined && toggleMark(entry.id),
    F2: () => entry !== undefined && useLibrary.setState({ renaming: entry.id }),
    Delete: () => entry !== undefined && void deleteRun(entry),
  };
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

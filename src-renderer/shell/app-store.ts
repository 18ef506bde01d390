import type { Failure } from '@contract/failure';
import type { RunId } from '@contract/ids';
import type { Bootstrap, RunEntry } from '@contract/ipc';
import type { EventOf } from '@contract/trace-event';
import { create } from 'zustand';

/** What the window knows of the program around it; the opened trace is in the trace store. */
export interface AppState {
  readonly phase: AppPhase;
  /** null until the first list has come. */
  readonly runs: readonly RunEntry[] | null;
  /** As the main process tells it; the run under way need not be the opened one. */
  readonly activity: Activity;
  /** How the last run that was heard of came to its end. */
  readonly ended: EndedRun | null;
  readonly view: AppView;
  readonly dialog: DialogName | null;
  readonly notes: readonly Note[];
}

export type AppPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly about: Bootstrap };

export type Activity =
  | { readonly kind: 'idle' }
  /** Asked for, and not yet under way. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly id: RunId };

export type EndedRun = Pick<EventOf<'run-ended'>, 'status' | 'failure'>;

export type AppView =
  | { readonly kind: 'run' }
  | { readonly kind: 'compare'; readonly left: RunId; readonly right: RunId };

export type DialogName = 'settings' | 'commands' | 'shortcuts';

/** Something said in passing. A failure stays until it is closed. */
export interface Note {
  readonly id: number;
  readonly kind: 'said' | 'failed';
  readonly sentence: string;
  readonly next: string | null;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export const useApp = create<AppState>()(() => ({
  phase: { kind: 'loading' },
  runs: null,
  activity: { kind: 'idle' },
  ended: null,
  view: { kind: 'run' },
  dialog: null,
  notes: [],
}));

export function isBusy({ activity }: AppState): boolean {
  return activity.kind !== 'idle';
}

let lastNote = 0;

export function say(sentence: string, action: Note['action'] = null): number {
  return note({ kind: 'said', sentence, next: null, action });
}

export function sayFailure(failure: Failure): number {
  return note({ kind: 'failed', sentence: failure.sentence, next: failure.next, action: null });
}

export function closeNote(id: number): void {
  useApp.setState(({ notes }) => ({ notes: notes.filter((each) => each.id !== id) }));
}

export function openDialog(dialog: DialogName | null): void {
  useApp.setState({ dialog });
}

/** Three at most: the oldest goes. */
function note(said: Omit<Note, 'id'>): number {
  lastNote += 1;
  const id = lastNote;
  useApp.setState(({ notes }) => ({ notes: [...notes.slice(-2), { ...said, id }] }));
  return id;
}

/** What the window was told at its start. Only below the shell, which waits for it. */
export function useAbout(): Bootstrap {
  return useApp(({ phase }) => {
    if (phase.kind !== 'ready') throw new Error('The window is shown before it knows about the program.');
    return phase.about;
  });
}

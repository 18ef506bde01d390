import type { RunId } from '@contract/ids';
import { create } from 'zustand';

export interface LibraryState {
  readonly query: string;
  /** The row that has the keyboard. */
  readonly focused: RunId | null;
  /** Marked for a comparison, in the order of marking; two at most. */
  readonly marked: readonly RunId[];
  readonly renaming: RunId | null;
}

export const useLibrary = create<LibraryState>()(() => ({
  query: '',
  focused: null,
  marked: [],
  renaming: null,
}));

export function unmark(id: RunId): void {
  useLibrary.setState(({ marked }) => ({ marked: marked.filter((each) => each !== id) }));
}

/** A third mark takes the place of the first. */
export function toggleMark(id: RunId): void {
  useLibrary.setState(({ marked }) => ({
    marked: marked.includes(id) ? marked.filter((each) => each !== id) : [...marked.slice(-1), id],
  }));
}

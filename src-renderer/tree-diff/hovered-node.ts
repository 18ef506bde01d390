import { create } from 'zustand';

/** One element seen in two places at once: the tree and the screen. By `Node.identity`. */
export interface Pointed {
  /** Under the pointer. */
  readonly hovered: string | null;
  /** The active row of the tree. */
  readonly active: string | null;
}

export const usePointed = create<Pointed>()(() => ({ hovered: null, active: null }));

export function pointAt(hovered: string | null): void {
  if (usePointed.getState().hovered !== hovered) usePointed.setState({ hovered });
}

export function activate(active: string | null): void {
  if (usePointed.getState().active !== active) usePointed.setState({ active });
}

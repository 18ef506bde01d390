import type { RoleWord } from './roles';

export interface Toolkit {
  /** `gtk` (GTK 3), `GTK` (GTK 4), `Chromium`, `Qt`. */
  readonly name: string;
  readonly version: string;
}

/** What programs made with a toolkit can be relied on for. Each was found by reading trees both ways, many times. */
export interface Habits {
  /** Whether the list of its elements says of each what it would say itself. */
  readonly surveys: boolean;
  /**
   * How children follow from those that claim a parent.
   * - `unless_incomplete`: they are its children, where each place is claimed. GTK 3 leaves out cells of tables and inner parts of
   *   containers, and replaces these without telling.
   * - `if_unchanged`: pages of a notebook claim places that others have, but the same claims as before mean the same children (GTK 4)
   */
  readonly claims: 'unless_incomplete' | 'if_unchanged';
  /** Whether a number that changes is told of. */
  readonly tellsNumbers: boolean;
  /** Whether it is told where an element went that was moved, or scrolled. Chromium scrolls without a word. */
  readonly tellsPlaces: boolean;
  /** Of whom it is not told although it is of others: the tabs of a GTK 3 notebook are no widgets, and their names set their width. */
  readonly untoldPlaces: readonly RoleWord[];
  /** Whether extents count from the window: GTK 4 does not know where its windows are. */
  readonly countsFromWindow: boolean;
}

const unknown: Habits = {
  surveys: false,
  claims: 'unless_incomplete',
  tellsNumbers: false,
  tellsPlaces: false,
  untoldPlaces: [],
  countsFromWindow: false,
};
const gtk3: Habits = {
  surveys: true,
  claims: 'unless_incomplete',
  tellsNumbers: true,
  tellsPlaces: true,
  untoldPlaces: ['page_tab'],
  countsFromWindow: false,
};
const gtk4: Habits = {
  surveys: true,
  claims: 'if_unchanged',
  tellsNumbers: false,
  tellsPlaces: true,
  untoldPlaces: [],
  countsFromWindow: true,
};
const chromium: Habits = { ...gtk3, tellsNumbers: false, tellsPlaces: false };

export function habitsOf({ name, version }: Toolkit): Habits {
  if (name === 'gtk') return gtk3;
  if (name === 'Chromium') return chromium;
  if (name === 'GTK' && Number.parseInt(version, 10) >= 4) return gtk4;
  return unknown;
}

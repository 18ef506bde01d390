import type { Adapter } from '../adapter';

/**
 * Everything that really arrived at the program, by its own word and in order; the adapter has no part in it.
 * `value` is what a field holds after a change, what was typed into it included.
 */
export interface Arrival {
  readonly name: string;
  readonly kind: 'pressed' | 'changed';
  readonly value: string | null;
}

/** What happens to the program without the adapter's doing. */
export type Provocation =
  /** "Send" gives way to another element with the same words. */
  | 'replace'
  /** A modal dialog "Sure?" opens. */
  | 'open_modal'
  /** Another program's window lies over the whole of it. */
  | 'cover'
  /** It stops answering, until `thaw`. */
  | 'freeze'
  | 'thaw'
  | 'kill'
  | 'close_window'
  /** Its status text changes every 20 ms from now on. */
  | 'tick';

/** `cannot`: why this can't be brought about here, in a sentence. */
export type Provoked = { readonly kind: 'done' } | { readonly kind: 'cannot'; readonly why: string };

export const done: Provoked = { kind: 'done' };

export function cannot(why: string): Provoked {
  return { kind: 'cannot', why };
}

/**
 * The small program that the suite is run on, and an adapter that looks at it. Its one window is called "Conformance" and
 * holds, each named as here: textbox "Name" with "Ada"; a secure textbox "PIN" with "tulip-4711"; textbox "Upper", which turns what it
 * holds into capitals; textbox "Locked" with "fixed", read-only; checkbox "Notify me", not checked; combobox "Colour" with the
 * options Red, Green and Blue, Red chosen; slider "Volume" from 0 to 100 at 30; the buttons "Send", "Disabled" (disabled),
 * "Save", "Replace", "Rename", "Remove", "Dialog", "Later"; a list "Rows" of 120 items "Row 1"...; and a text "Ready".
 *
 * "Send" counts in that text ("Sent 1"). "Replace" puts another "Send", and another "Save", in the place of the old. "Save" has
 * the author's identifier `save` where a platform knows such. "Rename" calls "Send" "Submit". "Remove" takes it away. "Dialog"
 * opens a modal dialog "Sure?" with a button "OK", which closes it. "Later" adds a text "Arrived" after 150 ms.
 */
export interface Stage {
  readonly adapter: Adapter;
  /** The chord that selects all of a field. */
  readonly selectAll: string;
  arrivals(): Promise<readonly Arrival[]>;
  provoke(what: Provocation): Promise<Provoked>;
  close(): Promise<void>;
}

/** No number and no identity is like it by chance. */
export const secret = 'tulip-4711';
